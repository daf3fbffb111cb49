import type { Order } from '../api/order.ts';
import { whyNoneServes, whyNotDecided } from './whyNone.ts';

const order = (more: Partial<Order>): Order =>
  ({ kind: 'order', status: 'placed', lines: [{ method: 'ship' }], ...more }) as Order;

describe('An order that no location serves', () => {
  it.each<[Partial<Order>, RegExp]>([
    [{}, /^No location serves this order yet/],
    [{ status: 'rejected' }, /^Rejected: there was not enough/],
    [{ status: 'cancelled' }, /^Cancelled before/],
    [{ status: 'held' }, /^Held: no location is asked/],
    [{ status: 'backordered' }, /waits for stock/],
    [{ kind: 'sale', status: 'completed' }, /^Sold over the counter/],
    [{ status: 'completed', imported: true }, /^Complete when it was told/],
    [{ status: 'returned', imported: true }, /^Complete when it was told/],
    [{ status: 'completed', lines: [{ method: 'carry-out' }] as Order['lines'] }, /^Carried out/],
  ])('says why: %j', (more, words) => {
    expect(whyNoneServes(order(more))).toMatch(words);
  });

  it('says why no location was chosen for it', () => {
    expect(whyNotDecided(order({ status: 'rejected' }))).toMatch(/^Rejected/);
    expect(whyNotDecided(order({ imported: true }))).toMatch(/^Imported/);
    expect(whyNotDecided(order({}))).toMatch(/^No location was chosen yet/);
  });
});
