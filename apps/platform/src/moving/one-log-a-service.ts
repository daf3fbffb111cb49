import { type Service, services } from '@tributary/contracts';
import type { EventLog, RecordedEvent } from '@tributary/event-store';
import { ownerOf } from '../remote-groups.ts';

/** Events moved at once. */
export const pageSize = 2_000;

const parkedStreams = 'bus/parked-';

/**
 * The service whose log keeps a stream where each has a log of its own: what was parked lies with
 * the service whose group parked it.
 * @param stream `<service>/<stream>`
 * @throws RangeError no service keeps such a stream
 */
export const keeperOf = (stream: string): Service => {
  const name = stream.startsWith(parkedStreams)
    ? ownerOf(stream.slice(parkedStreams.length))
    : stream.slice(0, stream.indexOf('/'));
  const service = services.find((one) => one === name);
  if (service === undefined) throw new RangeError(`Stream ${stream} belongs to no service.`);
  return service;
};

/** Every event of a log, page by page. */
export async function* pagesOf(log: Pick<EventLog, 'all'>): AsyncGenerator<readonly RecordedEvent[]> {
  for (let after = 0; ;) {
    const page = await log.all.readAll(after, pageSize);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.position;
  }
}

/**
 * The events of several logs as one: each log's own order is kept, and among them the one that was
 * recorded first comes first.
 */
export async function* merged(logs: Iterable<Pick<EventLog, 'all'>>): AsyncGenerator<RecordedEvent> {
  const queues = await Promise.all([...logs].map((log) => queueOf(eventsOf(log))));
  for (;;) {
    let first: (typeof queues)[number] | undefined;
    for (const queue of queues)
      if (queue.head && (!first?.head || queue.head.recordedTime < first.head.recordedTime)) first = queue;
    if (!first?.head) return;
    yield first.head;
    await first.next();
  }
}

async function* eventsOf(log: Pick<EventLog, 'all'>): AsyncGenerator<RecordedEvent> {
  for await (const page of pagesOf(log)) yield* page;
}

const queueOf = async (events: AsyncGenerator<RecordedEvent>) => {
  const queue = {
    head: undefined as RecordedEvent | undefined,
    next: async () =>
      void (queue.head = ((await events.next()) as IteratorResult<RecordedEvent, undefined>).value),
  };
  await queue.next();
  return queue;
};
