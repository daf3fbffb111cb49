import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, placedWith } from '@tributary/testing';
import { type Throughput, summedByMinute, throughput } from './throughput.ts';

const placed = (time: string, channel = 'web', imported = false): RecordedEvent => {
  const { type, data } = placedWith({ 1: 1 });
  return {
    id: time,
    type,
    time: `2026-03-02T${time}Z`,
    data: orderFact(type, { ...data, channel }).data,
    metadata: { source: 'tributary/order', ...(imported && { imported }) },
    position: 1,
    stream: 'order-web.100',
    version: 1,
    recordedTime: '2026-03-02T23:00:00.000Z',
  };
};

/** Every minute that was counted. */
const countedOf = (...events: readonly RecordedEvent[]): Throughput[] => {
  const minutes = new Map<string, Throughput>();
  for (const event of events) {
    const id = throughput.idOf(event);
    if (id !== undefined) minutes.set(id, throughput.evolve(minutes.get(id), event)!);
  }
  return [...minutes.values()];
};

describe('Orders a minute', () => {
  it('are counted by channel, in the minute they were placed', () => {
    expect(
      countedOf(
        placed('12:00:00.000'),
        placed('12:00:59.999', 'pos'),
        placed('12:00:30.000'),
        placed('12:01:00.000'),
      ),
    ).toStrictEqual([
      { minute: '2026-03-02T12:00:00.000Z', channels: { web: 2, pos: 1 } },
      { minute: '2026-03-02T12:01:00.000Z', channels: { web: 1 } },
    ]);
  });

  it('are the same bytes whichever channel was counted first', () => {
    const [web, pos] = [placed('12:00:00.000'), placed('12:00:00.000', 'pos')];
    expect(JSON.stringify(countedOf(web, pos))).toBe(JSON.stringify(countedOf(pos, web)));
  });

  it('do not count imported history, nor what happens to an order later', () => {
    expect(countedOf(placed('12:00:00.000', 'web', true))).toEqual([]);
    expect(
      throughput.idOf({ ...placed('12:00:00.000'), type: 'tributary.order.cancelled.v1' }),
    ).toBeUndefined();
  });

  it('count a channel that has the name of what every object has', () => {
    expect(countedOf(placed('12:00:00.000', 'constructor'))[0]!.channels).toStrictEqual(
      Object.fromEntries([['constructor', 1]]),
    );
  });

  it('are summed over the parts that each partition counts, earliest first', () => {
    const parts: Throughput[] = [
      { minute: '2026-03-02T12:01:00.000Z', channels: { web: 1 } },
      { minute: '2026-03-02T12:00:00.000Z', channels: { web: 2, pos: 1 } },
      { minute: '2026-03-02T12:01:00.000Z', channels: { pos: 4, web: 2 } },
    ];
    expect(summedByMinute(parts)).toStrictEqual([
      { minute: '2026-03-02T12:00:00.000Z', channels: { pos: 1, web: 2 } },
      { minute: '2026-03-02T12:01:00.000Z', channels: { pos: 4, web: 3 } },
    ]);
  });
});
