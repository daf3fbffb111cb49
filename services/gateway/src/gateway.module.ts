import { factTopics, inboxTopic } from '@tributary/contracts';
import { type Admission, unbounded } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { Coordination, EventStore } from '@tributary/event-store';
import { Projector, type ReadStore } from '@tributary/read-store';
import { ConnectorsController } from './edge/http/connectors.controller.ts';
import { CustomerLinksController } from './edge/http/customer-links.controller.ts';
import { DismissalsController } from './edge/http/dismissals.controller.ts';
import { EventsController } from './edge/http/events.controller.ts';
import { FeedController } from './edge/http/feed.controller.ts';
import { FeedStreams } from './edge/http/feed-streams.ts';
import { InboxBulkController } from './edge/http/inbox-bulk.controller.ts';
import { InboxController } from './edge/http/inbox.controller.ts';
import { KeysController } from './edge/http/keys.controller.ts';
import { IgnoredFactsConsumer } from './edge/log/ignored-facts.consumer.ts';
import type { ConsumerGroups } from './edge/consumer-groups.ts';
import { admissionToken, consumerGroupsToken, posterToken, readStoreToken } from './edge/tokens.ts';
import { PuttingAside } from './edge/http/putting-aside.ts';
import { Releases } from './edge/http/releases.ts';
import { SessionController } from './edge/http/session.controller.ts';
import { StockRepairsController } from './edge/http/stock-repairs.controller.ts';
import { TraceController } from './edge/http/trace.controller.ts';
import { WebhooksController } from './edge/http/webhooks.controller.ts';
import { gatewayTransport } from './edge/transport.ts';
import { HttpPoster } from './edge/webhooks/http-poster.ts';
import { allowedNetworks } from './edge/webhooks/networks.ts';
import { wallClock } from './edge/webhooks/wall-clock.ts';
import { NamesController } from './edge/http/names.controller.ts';
import { knownName, namingTypes, unknownName } from './projections/names/names.ts';
import { quarantinedMessage } from './projections/quarantine/quarantine.ts';
import { ApiKeys } from './use-cases/api-keys.ts';
import { CustomerLinks } from './use-cases/customer-links.ts';
import { Dismissals } from './use-cases/dismissals.ts';
import { Feed } from './use-cases/feed/feed.ts';
import type { FeedLog } from './use-cases/feed/log-part.ts';
import { Traces } from './use-cases/feed/traces.ts';
import { Tracing } from './use-cases/trace/tracing.ts';
import { type InboundRecord, takeInbound } from './use-cases/inbound-topics.ts';
import { Inbox } from './use-cases/inbox.ts';
import { Names } from './use-cases/names.ts';
import { Sessions } from './use-cases/sessions.ts';
import { SettingAside } from './use-cases/setting-aside.ts';
import { StockRepairs } from './use-cases/stock-repairs.ts';
import { Deliveries } from './use-cases/webhooks/deliveries.ts';
import type { Sealer } from './use-cases/webhooks/outgoing.ts';
import { Webhooks } from './use-cases/webhooks/webhooks.ts';

class GatewayModule {}

/** What it takes to send to others what happens. */
export interface Outgoing {
  /** Of the gateway's log. */
  readonly coordination: Coordination;
  readonly sealer: Sealer;
  /** Private networks that it may be sent to, in CIDR notation. */
  readonly networks: readonly string[];
  /** Told what keeps a webhook from going on. */
  readonly onTrouble: (webhookId: string, problem: string) => void;
}

export interface GatewayDependencies {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly groups: ConsumerGroups;
  /**
   * The logs of all services, wherever these run: what the feed tells, and where a message is found again that
   * turned out to be without effect. Nothing where they are left out.
   */
  readonly logs?: readonly FeedLog[];
  /** Nothing is sent where it is left out. */
  readonly outgoing?: Outgoing;
  /** What sessions of browsers are sealed with; none begin where it is left out. */
  readonly sessionSealer?: Sealer;
  /** Everything is let in when left out. */
  readonly admission?: Admission;
}

export interface GatewayParts extends ServiceParts {
  readonly keys: ApiKeys;
  readonly sessions: Sessions;
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
  outgoing = sendingNothing,
  sessionSealer = sendingNothing.sealer,
  admission = unbounded,
}: GatewayDependencies): GatewayParts => {
  const keys = new ApiKeys(events);
  const sessions = new Sessions(keys, sessionSealer);
  const names = new Names(events, readStore);
  const inbox = new Inbox(events, names);
  const feed = new Feed(logs);
  const feedStreams = new FeedStreams();
  const webhooks = new Webhooks(events, outgoing.sealer);
  const poster = new HttpPoster(allowedNetworks(outgoing.networks));
  const deliveries = new Deliveries({
    ...outgoing,
    webhooks,
    feed,
    readStore,
    poster,
    isRevoked: (keyId) => keys.isRevoked(keyId),
    clock: wallClock,
  });
  return {
    name: 'gateway',
    transport: gatewayTransport,
    keys,
    sessions,
    inbox,
    takeInbound: (records) => takeInbound(inbox, records, admission),
    beside: [(signal) => keys.follow(signal), (signal) => deliveries.run(signal)],
    closing: () => feedStreams.close(),
    closed: () => poster.close(),
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
        InboxBulkController,
        CustomerLinksController,
        StockRepairsController,
        ConnectorsController,
        KeysController,
        SessionController,
        FeedController,
        TraceController,
        WebhooksController,
        IgnoredFactsConsumer,
      ],
      providers: [
        { provide: Inbox, useValue: inbox },
        { provide: Names, useValue: names },
        { provide: StockRepairs, useValue: new StockRepairs(events) },
        { provide: CustomerLinks, useValue: new CustomerLinks(events) },
        { provide: Dismissals, useValue: new Dismissals(events) },
        PuttingAside,
        Releases,
        { provide: SettingAside, useValue: new SettingAside(events, feed) },
        { provide: ApiKeys, useValue: keys },
        { provide: Sessions, useValue: sessions },
        { provide: Feed, useValue: feed },
        { provide: Traces, useValue: new Traces(feed) },
        { provide: Tracing, useValue: new Tracing(logs) },
        { provide: FeedStreams, useValue: feedStreams },
        { provide: Webhooks, useValue: webhooks },
        { provide: Deliveries, useValue: deliveries },
        { provide: posterToken, useValue: poster },
        { provide: readStoreToken, useValue: readStore },
        { provide: admissionToken, useValue: admission },
        { provide: consumerGroupsToken, useValue: groups },
      ],
    },
  };
};

const nothing = (): Promise<never> => Promise.reject(new Error('This gateway sends nothing to others.'));

/** Of a gateway that is only asked what it consists of, or answers alone. */
const sendingNothing: Outgoing = {
  coordination: {
    alone: () => Promise.resolve(),
    position: () => Promise.resolve(undefined),
    savePosition: nothing,
    advancePosition: nothing,
  },
  sealer: { seal: nothing, open: nothing },
  networks: [],
  onTrouble: () => {},
};
