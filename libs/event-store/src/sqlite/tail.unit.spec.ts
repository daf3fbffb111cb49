import type { RecordedEvent } from '../port.ts';
import { Tail } from './tail.ts';

const eventAt = (position: number): RecordedEvent => ({
  position,
  stream: 'order/order-1',
  version: position,
  id: `event-${position}`,
  type: 'OrderPlaced',
  time: '2026-03-01T10:00:00.000Z',
  recordedTime: '2026-03-01T10:00:00.000Z',
  data: {},
  metadata: { source: 'test' },
});

const commit = (tail: Tail, count: number, bytes: number): void => {
  const first = tail.position + 1;
  const events = Array.from({ length: count }, (_, index) => eventAt(first + index));
  tail.committed(
    events,
    events.map(() => bytes),
  );
};

/** The furthest back that the tail still answers, and that it answers right from there to the head. */
const reach = (tail: Tail): number => {
  let position = tail.position;
  while (position > 0 && tail.after(position - 1, 3) !== undefined) {
    position -= 1;
    const expected = [1, 2, 3].map((step) => position + step).filter((each) => each <= tail.position);
    expect(tail.after(position, 3)!.map((event) => event.position)).toEqual(expected);
  }
  return position;
};

describe('The tail of the log', () => {
  it('knows nothing from before it was opened', () => {
    const tail = new Tail(10);
    expect(tail.after(10, 5)).toEqual([]);
    expect(tail.after(9, 5)).toBeUndefined();
    commit(tail, 3, 100);
    expect(reach(tail)).toBe(10);
  });

  it('keeps the newest thousands of events, and says so when it is asked for older ones', () => {
    const tail = new Tail(0);
    for (let round = 0; round < 100; round += 1) commit(tail, 500, 100);
    expect(tail.position - reach(tail)).toBeGreaterThanOrEqual(6_000);
    expect(tail.position - reach(tail)).toBeLessThanOrEqual(8_192);
  });

  it('keeps fewer when they are large, and none that is larger than its bound', () => {
    const tail = new Tail(0);
    for (let round = 0; round < 100; round += 1) commit(tail, 1, 1024 * 1024);
    expect(tail.position - reach(tail)).toBeGreaterThanOrEqual(11);
    expect(tail.position - reach(tail)).toBeLessThanOrEqual(16);
    commit(tail, 1, 64 * 1024 * 1024);
    expect(reach(tail)).toBe(tail.position);
  });

  it('wakes who waits when something is committed or the wait is given up', async () => {
    const tail = new Tail(0);
    const stop = new AbortController();
    const waits = [tail.beyond(0, stop.signal), tail.beyond(1, new AbortController().signal)];
    stop.abort();
    await waits[0];
    commit(tail, 2, 100);
    await waits[1];
    await tail.beyond(1, new AbortController().signal);
  });
});
