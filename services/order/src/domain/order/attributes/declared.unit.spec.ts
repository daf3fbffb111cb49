import { DeclaredAttributes, type OrderCaptured } from '@tributary/contracts';
import { orderId, placedWith } from '@tributary/testing';
import { planChange } from '../change/change.ts';
import { type Captured, type Order, evolve, notCaptured } from '../order.ts';
import { fitted, hasAttributes, misfitsOf } from './declared.ts';

const declared: DeclaredAttributes = {
  attributes: [
    { name: 'gift-wrap', on: 'order', type: 'choice', values: ['plain', 'festive'] },
    { name: 'delivery-day', on: 'order', type: 'date' },
    { name: 'floors', on: 'order', type: 'integer' },
    { name: 'lift', on: 'order', type: 'boolean' },
    { name: 'engraving', on: 'line', type: 'text' },
  ],
};
const line = { lineId: '1', sku: 'MUG', quantity: 1, unitPrice: '9.90' };
const captured = (attributes: object | undefined, ofLine?: object) =>
  ({
    channel: 'web',
    number: '1',
    currency: 'EUR',
    ...(attributes && { attributes }),
    lines: [{ ...line, ...(ofLine && { attributes: ofLine }) }],
  }) as unknown as OrderCaptured;

describe('Attributes of an order', () => {
  it('are carried as they are declared', () => {
    const data = captured(
      { 'gift-wrap': 'festive', 'delivery-day': '2026-02-28', floors: 3, lift: false },
      { engraving: 'Ada' },
    );
    expect(fitted(data, declared)).toEqual(data);
    expect([hasAttributes(data), hasAttributes(captured(undefined))]).toEqual([true, false]);
  });

  it('that do not fit stand apart with why, and stop no order', () => {
    const told = fitted(
      captured({ 'gift-wrap': 'golden', lift: true }, { colour: 'blue', engraving: 7 }),
      declared,
    );
    expect(told).toEqual({
      ...captured({ lift: true }),
      unfit: [
        { name: 'gift-wrap', value: 'golden', reason: 'gift-wrap is one of plain, festive.' },
        { lineId: '1', name: 'colour', value: 'blue', reason: 'colour is not declared for lines.' },
        { lineId: '1', name: 'engraving', value: '7', reason: 'engraving is text.' },
      ],
    });
  });

  it.each([
    [{ 'delivery-day': '2026-02-30' }, 'delivery-day is a date such as 2026-11-30.'],
    [{ 'delivery-day': '2026-02-28T10:00' }, 'delivery-day is a date such as 2026-11-30.'],
    [{ floors: '3' }, 'floors is a whole number.'],
    [{ lift: 'yes' }, 'lift is true or false.'],
    [{ engraving: 'Ada' }, 'engraving is not declared for orders.'],
  ])('are refused where %j is set', (values, reason) => {
    expect(misfitsOf(values, 'order', declared)).toEqual([reason]);
  });

  it('can always be taken away', () => {
    expect(misfitsOf({ former: null }, 'order', declared)).toEqual([]);
  });

  it('are changed like all else, of the order and of its lines, or say what is in the way', () => {
    const order = evolve(notCaptured, placedWith({ 1: 1 })) as Order as Captured;
    const set = (attributes: Record<string, string | null>, lineId?: string) => ({
      kind: 'set-attributes' as const,
      attributes,
      ...(lineId && { lineId: lineId as never }),
    });
    const plan = (...changes: ReturnType<typeof set>[]) => planChange({ changes }, order, declared);
    expect(plan(set({ 'gift-wrap': 'plain' }), set({ engraving: null }, '1')).event?.data).toMatchObject({
      orderId,
      lines: [],
      difference: 0,
      attributes: [{ values: { 'gift-wrap': 'plain' } }, { lineId: '1', values: { engraving: null } }],
    });
    expect(plan(set({ 'gift-wrap': 'golden' }), set({ engraving: 'Ada' }, '9')).blocked).toMatchObject([
      { pointer: '/changes/0', code: 'attribute-unfit' },
      { pointer: '/changes/1', code: 'unknown-line' },
    ]);
  });
});

describe('The declaration of attributes', () => {
  it('names each once for orders and once for lines, and values of a choice alone', () => {
    const isFine = (...attributes: object[]) => DeclaredAttributes.safeParse({ attributes }).success;
    const note = { name: 'note', on: 'order', type: 'text' };
    expect([
      isFine(note, { ...note, on: 'line' }),
      isFine(note, { ...note, type: 'integer' }),
      isFine({ ...note, type: 'choice' }),
      isFine({ ...note, values: ['a'] }),
    ]).toEqual([true, false, false, false]);
  });
});
