import { factTopics } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import type { ServiceParts } from '@tributary/event-bus/nest';
import type { EventStore } from '@tributary/event-store';
import { Projector, type ReadStore } from '@tributary/read-store';
import { ConnectorsController } from './edge/http/connectors.controller.ts';
import { EventsController } from './edge/http/events.controller.ts';
import { InboxController } from './edge/http/inbox.controller.ts';
import { KeysController } from './edge/http/keys.controller.ts';
import { busToken, readStoreToken } from './edge/tokens.ts';
import { quarantinedMessage } from './projections/quarantine/quarantine.ts';
import { ApiKeys } from './use-cases/api-keys.ts';
import { Inbox } from './use-cases/inbox.ts';

class GatewayModule {}

export interface GatewayDependencies {
  readonly events: EventStore;
  readonly bus: EventBus;
  readonly readStore: ReadStore;
}

/** The one door: keys, ingestion, quarantine. */
export const gatewayService = ({
  events,
  bus,
  readStore,
}: GatewayDependencies): ServiceParts & { readonly keys: ApiKeys } => {
  const keys = new ApiKeys(events);
  return {
    name: 'gateway',
    keys,
    projectors: [
      new Projector(readStore, {
        group: 'gateway-quarantine',
        topics: [factTopics.gateway, factTopics.bus],
        projections: [quarantinedMessage],
      }),
    ],
    module: {
      module: GatewayModule,
      controllers: [EventsController, InboxController, ConnectorsController, KeysController],
      providers: [
        { provide: Inbox, useValue: new Inbox(events) },
        { provide: ApiKeys, useValue: keys },
        { provide: readStoreToken, useValue: readStore },
        { provide: busToken, useValue: bus },
      ],
    },
  };
};
