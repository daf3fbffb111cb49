import type { EventBus } from '@tributary/event-bus';
import type { Entrances, TakeInbound } from '@tributary/event-bus/kafka';
import type { Places } from './places.ts';
import type { States, Surroundings } from './services.ts';

/** The bus that the services of this process meet on. */
export interface PlatformBus {
  readonly bus: EventBus;
  readonly places: Places;
  /** See `Surroundings`. */
  readonly stockHead?: Surroundings['stockHead'];
  /** See `Surroundings`. */
  readonly states?: States;
  /** Takes in what integrators publish, where the bus has entrances for them. */
  readonly openEntrances?: (take: TakeInbound) => Promise<Pick<Entrances, 'close'>>;
  /** Ends what carries events onto the bus; the bus itself is closed before. */
  close(): Promise<void>;
}
