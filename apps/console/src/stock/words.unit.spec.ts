import { entryInWords, movedInWords, orderOf, sellableInWords } from './words.ts';

const said = (type: string, data: object) =>
  entryInWords({ type: `tributary.inventory.${type}.v1`, data }, (id) => (id === 'dc-1' ? 'Leipzig' : id));

describe('What moved stock', () => {
  it.each([
    ['received', { delta: 4, purchaseOrder: 'PO-1' }, 'Received against PO-1'],
    ['received', { delta: 4 }, 'Received'],
    ['counted', { delta: 4, counted: 12, reason: 'yearly' }, 'Counted 12: yearly'],
    ['count-restated', { delta: 2 }, 'A count had seen already what was told late'],
    ['adjusted', { delta: -1, reason: 'broken' }, 'Corrected: broken'],
    ['sold', { delta: -1 }, 'Sold over the counter'],
    ['moved-out', { delta: -1, to: 'dc-1' }, 'Left for Leipzig'],
    ['moved-in', { delta: 1, from: 'store-9', reason: 'season' }, 'Came from store-9: season'],
    ['issued', { delta: -2, quantity: 2 }, 'Left for an order'],
    ['issued', { delta: -2, quantity: 2, beyond: 1 }, 'Left for an order, 1 of it not reserved'],
    ['returned', { delta: 1 }, 'Came back, can be sold again'],
    ['reserved', { quantity: 1 }, 'Reserved for an order'],
    ['released', { quantity: 1, reason: 'cancelled' }, 'No longer reserved for an order: cancelled'],
    ['reservation-broken', { quantity: 1, reason: 'sold' }, 'An order lost what was reserved for it: sold'],
    ['supply-expected', { quantity: 6, purchaseOrder: 'PO-1' }, '6 expected against PO-1'],
    ['fact-ignored', { reason: 'told before' }, 'A message that changes nothing here: told before'],
    ['walked-away', {}, 'Inventory walked away'],
  ])('%s is said as people say it', (type, data, words) => {
    expect(said(type, data)).toBe(words);
  });

  it('says by how much, with its sign, and nothing where nothing moved', () => {
    expect([movedInWords(48), movedInWords(-2), movedInWords(0)]).toEqual(['+48', '−2', '']);
  });

  it('names the order that it is about', () => {
    expect([orderOf({ data: { orderId: 'web.1' } }), orderOf({ data: {} })]).toEqual(['web.1', undefined]);
  });
});

describe('What can be sold', () => {
  const sellable = { sku: 'CUP', available: 50, locations: [] };
  it.each([
    [{}, '50 can be sold.'],
    [{ channel: 'web' }, '50 can be sold over web.'],
    [{ channel: 'web', most: 50 }, '50 can be sold over web, which is told 50 at most.'],
  ])('%j is said in a line', (more, words) => {
    expect(sellableInWords({ ...sellable, ...more })).toBe(words);
  });
});
