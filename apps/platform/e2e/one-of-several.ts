import { type EventStore, type StreamAppend, WrongExpectedVersion } from '@tributary/event-store';

/**
 * A handle of one process among several on a log in memory, which itself knows of one process alone: what
 * a process appended on an append of its own comes to nothing with that, whoever wrote in between.
 */
export const asOneOfSeveral = (store: EventStore): EventStore => {
  /** Stream and version → the appends of this process that lead there and are not answered yet. */
  const leading = new Map<string, Promise<unknown>>();
  const append: EventStore['append'] = async (appends, checks = []) => {
    const seen = [
      ...appends.map(({ stream, expectedVersion }) => ({ stream, version: expectedVersion })),
      ...checks,
    ];
    const standsOn = seen.flatMap(({ stream, version }) => leading.get(`${stream} ${version}`) ?? []);
    const answered = (async () => {
      const [first] = await Promise.allSettled(standsOn).then((all) =>
        all.filter(({ status }) => status === 'rejected'),
      );
      if (first) {
        const { stream, version } = seen[0]!;
        throw new WrongExpectedVersion(stream, version === 'any' ? 0 : version, -1);
      }
      return store.append(appends, checks);
    })();
    const ends = endsOf(appends);
    for (const end of ends) leading.set(end, answered);
    try {
      return await answered;
    } finally {
      for (const end of ends) if (leading.get(end) === answered) leading.delete(end);
    }
  };
  return { ...store, features: { oneWriter: false }, append };
};

/** Where an append leads the streams whose version it says. */
const endsOf = (appends: readonly StreamAppend[]): string[] =>
  appends.flatMap(({ stream, expectedVersion, events }) =>
    expectedVersion === 'any' ? [] : [`${stream} ${expectedVersion + events.length}`],
  );
