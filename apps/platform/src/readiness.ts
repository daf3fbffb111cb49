import type { Readiness } from '@tributary/contracts';
import type { EventBus, GroupStatus } from '@tributary/event-bus';
import type { Logs } from './logs.ts';
import type { ReadStores } from './read-stores.ts';
import type { WaitingGroups } from './waiting-groups.ts';

export interface Watched {
  readonly bus: Pick<EventBus, 'refresh' | 'status'>;
  readonly logs: Pick<Logs, 'parts'>;
  readonly readStores: Pick<ReadStores, 'answer'>;
  readonly waiting: Pick<WaitingGroups, 'names'>;
  /** Messages that a group may be behind once it has caught up. */
  readonly mostLag: number;
}

/** An engine that does not answer within this is away, in milliseconds. */
const patience = 2_000;

/**
 * Ready is a process whose engines answer and whose groups wait for none of them, have caught up with what was
 * there when it started and are not far behind since. One that stops says so before its door closes.
 */
export const readinessOf = ({ bus, logs, readStores, waiting, mostLag }: Watched) => {
  let isStopping = false;
  const engines: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['the event store', () => Promise.all(logs.parts.map(({ log }) => log.all.head()))],
    ['the read store', () => readStores.answer()],
    ['the bus', () => bus.refresh()],
  ];
  return {
    stop: (): void => {
      isStopping = true;
    },
    now: async (): Promise<Readiness> => {
      if (isStopping) return { status: 'stopping' };
      const away = await awayOf(engines);
      if (away.length > 0) return { status: 'away', away };
      if (waiting.names.length > 0) return { status: 'away', waiting: waiting.names };
      const groups = bus.status();
      const coming = groups.filter(({ following }) => !following);
      if (coming.length > 0 || groups.length === 0)
        return { status: 'catching-up', behind: coming.map(lagOf) };
      const behind = groups.filter(({ lag }) => lag > mostLag);
      return behind.length > 0 ? { status: 'behind', behind: behind.map(lagOf) } : { status: 'ready' };
    },
  };
};

const lagOf = ({ group, lag }: Pick<GroupStatus, 'group' | 'lag'>) => ({ group, lag });

const awayOf = async (engines: readonly (readonly [string, () => Promise<unknown>])[]): Promise<string[]> => {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), patience);
  const answers = await Promise.all(
    engines.map(([, ask]) =>
      Promise.race([
        ask().then(
          () => true,
          () => false,
        ),
        late.promise,
      ]),
    ),
  );
  clearTimeout(timer);
  return engines.flatMap(([name], index) => (answers[index] ? [] : [name]));
};
