import type { Order, OrderLine } from '../api/order.ts';
import { canBeWithdrawn, emptyDeclaration, isWithdrawable, withdrawing } from './declaration.ts';

const none = { cancelled: 0, allocated: 0, backordered: 0, fulfilled: 0, delivered: 0, returned: 0 };
const line = (lineId: string, ordered: number, quantities: Partial<OrderLine['quantities']> = {}) =>
  ({ lineId, sku: 'MUG', quantities: { ...none, ordered, ...quantities } }) as OrderLine;
const order = {
  kind: 'order',
  lines: [
    line('1', 4, { fulfilled: 3, returned: 1 }),
    line('2', 2, { cancelled: 2 }),
    line('3', 1, { fulfilled: 1 }),
  ],
  expectedReturns: [{ returnId: 'RMA-1', lines: [{ lineId: '1', quantity: 1 }] }],
} as unknown as Order;

describe('What a customer may withdraw from', () => {
  it('is what they wait for, and what they have and need not send back yet', () => {
    expect(order.lines.map((one) => canBeWithdrawn(order, one))).toEqual([2, 0, 1]);
  });

  it('is nothing of what was bought at a till, or of what is cancelled', () => {
    const cancelled = { ...order, lines: [order.lines[1]!] };
    expect([order, { ...order, kind: 'sale' as const }, cancelled].map(isWithdrawable)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('What is sent of a declaration', () => {
  it('is all of the order unless something else was entered, and no empty text', () => {
    expect(withdrawing({ ...emptyDeclaration, name: ' Ann ' }, order)).toEqual({
      lines: [
        { lineId: '1', quantity: 2 },
        { lineId: '3', quantity: 1 },
      ],
      name: 'Ann',
    });
  });

  it('is the units that were entered, and the moment by the clock of whoever entered it', () => {
    const at = '2026-03-02T10:00';
    expect(withdrawing({ ...emptyDeclaration, units: { 1: 1, 3: 0 }, at }, order)).toEqual({
      lines: [{ lineId: '1', quantity: 1 }],
      at: new Date(at).toISOString(),
    });
  });

  it('is nothing where it is about no unit', () => {
    expect(withdrawing({ ...emptyDeclaration, units: { 1: 0, 3: 0 } }, order)).toBeUndefined();
  });
});
