import { orderFact, orderId, placedWith } from '@tributary/testing';
import { factsAt, pageAfter } from '../projections/order-page/past-page.ts';
import type { KeptFact } from '../projections/order-timeline/order-timeline.ts';
import { PageSnapshots } from './page-snapshots.ts';
import { PastOrders } from './past-orders.ts';

const clock = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 12, minute)).toISOString();

/** Every seventh fact is told half an hour after it happened. */
const factOf = (version: number): KeptFact => {
  const { type, data } =
    version === 1
      ? placedWith({ 1: 400 })
      : orderFact('tributary.order.payment-captured.v1', { orderId, paymentId: `P${version}`, amount: 3 });
  return {
    id: `event ${version}`,
    type,
    data,
    time: clock(version % 7 === 0 ? version - 30 : version),
    recordedTime: clock(version),
    version,
    metadata: { source: 'tributary/order' },
  };
};
const facts = Array.from({ length: 300 }, (_, index) => factOf(index + 1));

const moments = [
  { asOf: clock(-1) },
  { knownAt: clock(150) },
  { asOf: clock(150) },
  { asOf: clock(149), knownAt: clock(160) },
  { asOf: clock(290) },
  {},
  { asOf: clock(40) },
  { knownAt: clock(299) },
];

describe('An order of very many facts, as it was', () => {
  it('is the same at every moment, whichever were asked for before', async () => {
    const inOneGo = moments.map((moment) => pageAfter(factsAt(facts, moment)));
    for (const order of [moments, moments.toReversed(), [...moments, ...moments]]) {
      const snapshots = new PageSnapshots(20);
      const read: number[] = [];
      for (const moment of order) {
        const from = snapshots.before(orderId, moment);
        const after = facts.slice(from?.version ?? 0);
        read.push(after.length);
        const page = await snapshots.fold(orderId, after, moment, from);
        expect(page).toStrictEqual(inOneGo[moments.indexOf(moment)]);
      }
      expect(read[0]).toBe(300);
      expect(Math.min(...read)).toBeLessThanOrEqual(20);
    }
  });

  it('is read from its facts after those that are known to hold', async () => {
    const many = Array.from({ length: 1_600 }, (_, index) => factOf(index + 1));
    const asked: (number | undefined)[] = [];
    const past = new PastOrders({
      facts: (_, after) => {
        asked.push(after);
        return Promise.resolve(many.slice(after ?? 0));
      },
    });
    const first = await past.at(orderId, { knownAt: clock(1_300) });
    const again = await past.at(orderId, { knownAt: clock(1_300) });
    expect(asked).toEqual([undefined, 1_000]);
    expect(again).toStrictEqual(first);
    expect(first).toStrictEqual(pageAfter(many.slice(0, 1_300)));
    expect(await past.at(orderId, { asOf: clock(0) })).toBe('not-placed');
  });

  it('is nothing where nothing is known of it', async () => {
    const past = new PastOrders({ facts: () => Promise.resolve([]) });
    expect(await past.at(orderId, {})).toBeUndefined();
  });
});
