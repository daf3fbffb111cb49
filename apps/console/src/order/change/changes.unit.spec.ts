import type { Order, OrderLine } from '../../api/order.ts';
import { changesOf } from './changes.ts';
import { asItIs, emptyDraft, swapped, takenOut, withAdded, withLine } from './draft.ts';
import { differenceInWords, reasonsByPlace } from './previewWords.ts';

const line = (lineId: string, ordered: number, more: Partial<OrderLine> = {}, fulfilled = 0): OrderLine =>
  ({
    lineId,
    sku: `SKU-${lineId}`,
    quantity: ordered,
    unitPrice: '10.00',
    amount: ordered * 1_000,
    method: 'ship',
    quantities: { ordered, cancelled: 1, fulfilled },
    ...more,
  }) as OrderLine;

/** Two and three units wanted, of the third one of four has left. */
const order = {
  orderId: 'web.1',
  currency: 'EUR',
  lines: [line('1', 3), line('7', 4, { method: 'pickup', pickupAt: 'york' }), line('B', 5, {}, 1)],
  customer: { id: 'C1', name: 'Ada', email: 'ada@example.com' },
  shipTo: { name: 'Ada', city: 'Leeds', country: 'GB', coordinates: { latitude: 53.8, longitude: -1.5 } },
  note: 'Ring twice.',
  attributes: { 'gift-wrap': 'plain' },
} as unknown as Order;

const sent = (draft: typeof emptyDraft) => changesOf(order, draft).sent.map(({ change }) => change);
const lacking = (draft: typeof emptyDraft) => changesOf(order, draft).lacking.map(({ at }) => at);

describe('What is sent of a draft', () => {
  it('is nothing where nothing was entered, or what is so already', () => {
    const same = {
      ...withLine(emptyDraft, '1', { quantity: 2, unitPrice: '10,0', way: { method: 'ship' as const } }),
      address: { city: ' Leeds ', street: '' },
      contact: { name: 'Ada' },
      note: 'Ring twice.',
    };
    expect([emptyDraft, same].map((draft) => changesOf(order, draft))).toEqual(
      Array(2).fill({ sent: [], lacking: [] }),
    );
  });

  it('is what differs of a line: units, price with its reason, way', () => {
    const entered = {
      quantity: 5,
      unitPrice: '9,50',
      priceReason: ' A scratch. ',
      way: { method: 'pickup' as const, pickupAt: 'leeds' },
    };
    expect(sent(withLine(emptyDraft, '1', entered))).toEqual([
      { kind: 'set-quantity', lineId: '1', quantity: 5 },
      { kind: 'set-price', lineId: '1', unitPrice: '9.50', reason: 'A scratch.' },
      { kind: 'set-method', lineId: '1', method: 'pickup', pickupAt: 'leeds' },
    ]);
  });

  it('is attributes that are to be others, of the order and of a line', () => {
    const entered = {
      ...withLine(emptyDraft, '1', { attributes: { engraving: ' Ada ', colour: '' } }),
      attributes: { 'gift-wrap': null, lift: false },
    };
    expect(sent(entered)).toEqual([
      { kind: 'set-attributes', lineId: '1', attributes: { engraving: 'Ada' } },
      { kind: 'set-attributes', attributes: { 'gift-wrap': null, lift: false } },
    ]);
  });

  it('is another promise for all that is open, once a moment was entered', () => {
    const promised = (promisedBy: string) => sent({ ...emptyDraft, promisedBy });
    expect(promised('')).toEqual([]);
    expect(promised('2026-11-27T16:00')).toEqual([
      { kind: 'set-promise', promisedBy: new Date('2026-11-27T16:00').toISOString() },
    ]);
  });

  it('takes out what is open, and puts it back', () => {
    const out = takenOut(emptyDraft, 'B');
    expect(sent(out)).toEqual([{ kind: 'set-quantity', lineId: 'B', quantity: 1 }]);
    expect(sent(asItIs(out, 'B'))).toEqual([]);
  });

  it('swaps a line for another good on the same way, under ids that the order does not have', () => {
    const [other] = swapped(emptyDraft, order.lines[1]!).added;
    const draft = {
      ...takenOut(emptyDraft, '7'),
      added: [{ ...other!, sku: 'HAT ', unitPrice: '4.50' }],
    };
    const both = withAdded(draft, { sku: 'CAP', unitPrice: '1', quantity: 2 });
    expect(sent(both)).toEqual([
      { kind: 'set-quantity', lineId: '7', quantity: 0 },
      {
        kind: 'add-line',
        line: { lineId: '8', sku: 'HAT', quantity: 3, unitPrice: '4.50', method: 'pickup', pickupAt: 'york' },
      },
      { kind: 'add-line', line: { lineId: '9', sku: 'CAP', quantity: 2, unitPrice: '1', method: 'ship' } },
    ]);
  });

  it('is the whole address and contact where a part differs, without what belonged to the former', () => {
    const draft = { ...emptyDraft, address: { city: 'York' }, contact: { email: '', phone: '1' } };
    expect(sent(draft)).toEqual([
      { kind: 'deliver-to', shipTo: { name: 'Ada', city: 'York', country: 'GB' } },
      { kind: 'contact', customer: { id: 'C1', name: 'Ada', phone: '1' } },
    ]);
  });

  it('is a charge above zero, a discount below, in minor units', () => {
    const charge = { kind: 'charge' as const, code: 'shipping', amount: '3' };
    const discount = { kind: 'discount' as const, code: 'goodwill', amount: '2,50' };
    expect([charge, discount].flatMap((one) => sent({ ...emptyDraft, charge: one }))).toEqual([
      { kind: 'add-charge', charge: { code: 'shipping', amount: 300 } },
      { kind: 'add-charge', charge: { code: 'goodwill', amount: -250 } },
    ]);
  });

  it('lacks what is still to be entered, and says at which entry', () => {
    const half = {
      ...withAdded(withLine(emptyDraft, '1', { quantity: undefined, unitPrice: '9' })),
      address: { country: '' },
      charge: { kind: 'discount' as const, code: '', amount: '1.005' },
      note: ' ',
    };
    expect(sent(half)).toEqual([]);
    expect(lacking(half)).toEqual(['line 1', 'line 1', 'added 1', 'address', 'charge', 'note']);
    const nowhere = withLine(emptyDraft, '1', { way: { method: 'pickup' } });
    expect(lacking(nowhere)).toEqual(['line 1']);
  });
});

describe('What a preview says', () => {
  it('stands at the entry that it is about', () => {
    const changes = changesOf(order, withLine({ ...emptyDraft, note: 'Ring.' }, '1', { quantity: 0 }));
    const blocked = [
      { pointer: '/changes/0', reason: 'Picked.' },
      { pointer: '/changes/1/note', reason: 'Too long.' },
      { pointer: '', reason: 'Below zero.' },
    ];
    expect([...reasonsByPlace(changes, blocked)]).toEqual([
      ['line 1', ['Picked.']],
      ['note', ['Too long.']],
      ['', ['Below zero.']],
    ]);
  });

  it('tells what is due more or less in words', () => {
    expect([950, -300, 0].map((minor) => differenceInWords(minor, 'EUR', 'en-GB'))).toEqual([
      '€9.50 more is due.',
      '€3.00 less is due.',
      'What is due stays the same.',
    ]);
  });
});
