import { factTopics, inboxTopic } from '@tributary/contracts';
import { type Admission, unbounded } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import { Projector, type ReadStore } from '@tributary/read-store';
import { ConnectorsController } from './edge/http/connectors.controller.ts';
import { DismissalsController } from './edge/http/dismissals.controller.ts';
import { EventsController } from './edge/http/events.controller.ts';
import { FeedController } from './edge/http/feed.controller.ts';
import { FeedStreams } from './edge/http/feed-streams.ts';
import { InboxController } from './edge/http/inbox.controller.ts';
import { KeysController } from './edge/http/keys.controller.ts';
import type { ConsumerGroups } from './edge/consumer-groups.ts';
import { admissionToken, consumerGroupsToken, readStoreToken } from './edge/tokens.ts';
import { NamesController } from './edge/http/names.controller.ts';
import { knownName, namingTypes, unknownName } from './projections/names/names.ts';
import { quarantinedMessage } from './projections/quarantine/quarantine.ts';
import { ApiKeys } from './use-cases/api-keys.ts';
import { Dismissals } from './use-cases/dismissals.ts';
import { Feed } from './use-cases/feed/feed.ts';
import type { FeedLog } from './use-cases/feed/log-part.ts';
import { type InboundRecord, takeInbound } from './use-cases/inbound-topics.ts';
import { Inbox } from './use-cases/inbox.ts';
import { Names } from './use-cases/names.ts';

class GatewayModule {}

export interface GatewayDependencies {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly groups: ConsumerGroups;
  /** The logs of all services, wherever these run: what the feed tells. Nothing where they are left out. */
  readonly logs?: readonly FeedLog[];
  /** Everything is let in when left out. */
  readonly admission?: Admission;
}

export interface GatewayParts extends ServiceParts {
  readonly keys: ApiKeys;
  /** Takes in what comes by other ways than HTTP. */
  readonly inbox: Pick<Inbox, 'take'>;
  /** Takes in what was published to the entrances on Kafka; resolves once it is recorded. */
  readonly takeInbound: (records: readonly InboundRecord[]) => Promise<void>;
}

/** The one door: keys, ingestion, quarantine. */
export const gatewayService = ({
  events,
  readStore,
  groups,
  logs = [],
  admission = unbounded,
}: GatewayDependencies): GatewayParts => {
  const keys = new ApiKeys(events);
  const names = new Names(events, readStore);
  const inbox = new Inbox(events, names);
  const feedStreams = new FeedStreams();
  return {
    name: 'gateway',
    keys,
    inbox,
    takeInbound: (records) => takeInbound(inbox, records, admission),
    beside: (signal) => keys.follow(signal),
    closing: () => feedStreams.close(),
    projectors: [
      new Projector(readStore, {
        group: 'gateway-quarantine',
        topics: [factTopics.gateway, factTopics.bus],
        projections: [quarantinedMessage],
      }),
      new Projector(readStore, {
        group: 'gateway-names',
        topics: [inboxTopic, factTopics.sourcing, factTopics.gateway],
        types: new Set(namingTypes),
        projections: [knownName, unknownName],
      }),
    ],
    module: {
      module: GatewayModule,
      controllers: [
        EventsController,
        NamesController,
        InboxController,
        DismissalsController,
        ConnectorsController,
        KeysController,
        FeedController,
      ],
      providers: [
        { provide: Inbox, useValue: inbox },
        { provide: Names, useValue: names },
        { provide: Dismissals, useValue: new Dismissals(events) },
        { provide: ApiKeys, useValue: keys },
        { provide: Feed, useValue: new Feed(logs) },
        { provide: FeedStreams, useValue: feedStreams },
        { provide: readStoreToken, useValue: readStore },
        { provide: admissionToken, useValue: admission },
        { provide: consumerGroupsToken, useValue: groups },
      ],
    },
  };
};
