import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import type { ConsumerGroups } from '@tributary/gateway';
import type { Composed } from './services.ts';

/** Everything below the door: engines opened, services built on them, nothing started yet. */
export interface Ground extends Composed {
  busOf(service: Service): EventBus;
  /** The groups that run in this process, what it relays included. */
  readonly groups: ConsumerGroups;
  /** What a process that cannot do its work for lack of an engine would say; empty when all is well. */
  missing(): Promise<readonly string[]>;
  /** What begins with the services: relays, open topics. */
  start(): Promise<void>;
  /** Stops taking work from the bus, waits for what is under way. */
  drain(): Promise<void>;
  /** After everything that uses them: closes the engines. */
  close(): Promise<void>;
}
