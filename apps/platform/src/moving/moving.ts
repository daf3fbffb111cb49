import type { Service } from '@tributary/contracts';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { type Extent, extentOf } from './comparison.ts';
import { keeperOf, merged, pageSize, pagesOf } from './one-log-a-service.ts';

export type Logs = ReadonlyMap<Service, EventLog>;

/** The history that was moved does not read the same where it arrived. */
export class MovedWrongly extends Error {
  readonly code = 'moved-wrongly';
  constructor(
    readonly source: Extent,
    readonly target: Extent,
  ) {
    const say = ({ events, streams, digest }: Extent) => `${events} events in ${streams} streams, ${digest}`;
    super(`The copy is not the original: ${say(source)} against ${say(target)}. Does something still write?`);
  }
}

/**
 * Copies one log for all services into one for each. What is there already is passed over, so a move
 * that was cut off is made again.
 * @param onMoved told how many events were handled so far
 * @returns what both sides hold
 * @throws MovedWrongly they differ afterwards
 */
export const moveApart = async (
  from: EventLog,
  to: Logs,
  onMoved: (events: number) => void = () => {},
): Promise<Extent> => {
  let moved = 0;
  for await (const page of pagesOf(from)) {
    const shares = Map.groupBy(page, ({ stream }) => keeperOf(stream));
    for (const [service, events] of shares) await to.get(service)!.restore(events);
    onMoved((moved += page.length));
  }
  return agreed([from], to.values());
};

/**
 * Copies the logs of the services into one for all, in the order in which events were recorded.
 * @throws MovedWrongly both sides differ afterwards
 */
export const moveTogether = async (
  from: Logs,
  to: EventLog,
  onMoved: (events: number) => void = () => {},
): Promise<Extent> => {
  let moved = 0;
  let page: RecordedEvent[] = [];
  const hand = async () => {
    if (page.length > 0) await to.restore(page);
    onMoved((moved += page.length));
    page = [];
  };
  for await (const event of merged(from.values())) if (page.push(event) === pageSize) await hand();
  await hand();
  return agreed(from.values(), [to]);
};

const agreed = async (from: Iterable<EventLog>, to: Iterable<EventLog>): Promise<Extent> => {
  const [source, target] = [await extentOf(from), await extentOf(to)];
  if (source.digest !== target.digest) throw new MovedWrongly(source, target);
  return source;
};
