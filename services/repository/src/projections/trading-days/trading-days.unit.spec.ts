import type { OrderFact } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { orderFact, placedWith, quantitiesOf } from '@tributary/testing';
import { orderPage } from '../order-page/evolve-order-page.ts';
import type { OrderPage } from '../order-page/order-page.ts';
import { recordedIn, wasKnown } from './recorded.ts';
import { TradeSums } from './trade-sums.ts';
import { type TradingDay, tradeCounts } from './trading-days.ts';

type Told = readonly [fact: OrderFact, time: string, recordedTime?: string];

/** The documents after what was told of one order, by id. */
const counted = (...told: readonly Told[]): Record<string, TradingDay> => {
  const days: Record<string, TradingDay> = {};
  let page: OrderPage | undefined;
  for (const [index, [{ type, data }, time, recordedTime = time]] of told.entries()) {
    const event: RecordedEvent = {
      id: `${index}`, type, data, time, recordedTime, metadata: { source: 'tributary/order' },
      position: index + 1, stream: 'order-web.100', version: index + 1,
    }; // prettier-ignore
    const before: OrderPage | undefined = page;
    page = orderPage.evolve(before, event);
    for (const { id, add } of tradeCounts.of(before, page, event)) days[id] = add(days[id]);
  }
  return days;
};

const placed = placedWith({ 1: 3, 2: 2 });
const sale = orderFact(placed.type, {
  ...placed.data,
  channel: 'pos',
  kind: 'sale',
  location: 'leeds',
  businessDate: '2026-03-01',
  completedAt: '2026-03-02T00:30:00.000Z',
});
const cancelled = orderFact('tributary.order.cancelled.v1', {
  orderId: 'web.100',
  lines: quantitiesOf({ 2: 1 }),
  release: [],
});

describe('A trading day', () => {
  it('counts an order on the day on which it was placed, in the hour in which that was recorded', () => {
    expect(counted([placed, '2026-03-02T12:00:00.000Z', '2026-03-02T12:01:00.000Z'])).toStrictEqual({
      '2026-03-02~web': {
        date: '2026-03-02',
        channel: 'web',
        recorded: { EUR: { '2026-03-02T12': [1, 5, 500, 0, 0, 0, 0, 0, 0] } },
      },
    });
  });

  it('is the business date that a sale names, at its store', () => {
    expect(counted([sale, '2026-03-02T00:30:00.000Z'])).toStrictEqual({
      '2026-03-01~pos~leeds': {
        date: '2026-03-01',
        channel: 'pos',
        location: 'leeds',
        recorded: { EUR: { '2026-03-02T00': [1, 5, 500, 0, 0, 5, 0, 0, 0] } },
      },
    });
  });

  it('counts what is cancelled on the day on which it was cancelled, with what it had cost', () => {
    const days = counted([placed, '2026-03-02T12:00:00.000Z'], [cancelled, '2026-03-04T09:00:00.000Z']);
    expect(days['2026-03-04~web']!.recorded).toStrictEqual({
      EUR: { '2026-03-04T09': [0, 0, 0, 1, 100, 0, 0, 0, 0] },
    });
  });

  it('is corrected by what is recorded after its close, and stays as it was reported', () => {
    const late: Told = [cancelled, '2026-03-02T18:00:00.000Z', '2026-03-20T10:00:00.000Z'];
    const sums = new TradeSums({ by: 'day', closes: 6, known: Date.parse('2026-03-21T00:00:00.000Z') });
    for (const day of Object.values(counted([placed, '2026-03-02T12:00:00.000Z'], late))) sums.add(day);
    expect(sums.rows()).toMatchObject([
      {
        date: '2026-03-02',
        reported: { orders: 1, unitsCancelled: 0, valueCancelled: 0 },
        corrected: { orders: 1, unitsCancelled: 1, valueCancelled: 100 },
        difference: { orders: 0, unitsCancelled: 1, valueCancelled: 100 },
      },
    ]);
  });

  it('tells what was recorded by the hour while it may be closed, and by the day later or before it', () => {
    const of = (time: string) => recordedIn('2026-03-02', `${time}.000Z`);
    expect(of('2026-03-02T00:00:00')).toBe('2026-03-02T00');
    expect(of('2026-03-05T23:59:59')).toBe('2026-03-05T23');
    expect(of('2026-03-06T00:00:00')).toBe('2026-03-06');
    expect(of('2026-03-01T23:59:59')).toBe('2026-03-01');
  });

  it('knows an hour or a day of recording once it has ended', () => {
    expect(wasKnown('2026-03-02T12', Date.parse('2026-03-02T12:59:59.999Z'))).toBe(false);
    expect(wasKnown('2026-03-02T12', Date.parse('2026-03-02T13:00:00.000Z'))).toBe(true);
    expect(wasKnown('2026-03-06', Date.parse('2026-03-06T23:00:00.000Z'))).toBe(false);
    expect(wasKnown('2026-03-06', Date.parse('2026-03-07T00:00:00.000Z'))).toBe(true);
  });
});
