import type { DynamicModule } from '@nestjs/common';
import type { Service } from '@tributary/contracts';
import type { EventBus } from '../port.ts';

/** A read model that follows the bus. */
export interface ProjectorPart {
  /** Names of the collections it writes. */
  readonly collections: readonly { readonly name: string }[];
  start(bus: Pick<EventBus, 'subscribe' | 'broadcast'>): Promise<void>;
}

/** What a service gives to the process that runs it, alone or beside others. */
export interface ServiceParts {
  readonly name: Service;
  readonly module: DynamicModule;
  /** Binds its `@EventPattern` handlers to its own consumer group; absent where it has none. */
  readonly transport?: symbol;
  readonly projectors: readonly ProjectorPart[];
  /** What goes on beside its handlers, from the start until the signal aborts, each by itself. */
  readonly beside?: readonly ((signal: AbortSignal) => Promise<void>)[];
  /** Called before the door closes. */
  readonly closing?: () => void;
  /** Called once the bus hands out no more messages. */
  readonly closed?: () => Promise<void>;
}
