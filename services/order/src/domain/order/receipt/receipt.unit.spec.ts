import type { InboundInput, OrderId, SaleRecorded } from '@tributary/contracts';
import { inbound, noon } from '@tributary/testing';
import fc from 'fast-check';
import { recordSale } from '../capture.ts';
import { namesAsEarlier, splitReceipt } from './receipt.ts';

type Sale = InboundInput<'tributary.sale.recorded.v1'>;
const context = { orderId: 'pos.1' as OrderId, time: noon, businessDate: '2026-03-02' };
const receipt = (lines: Sale['lines'], more: Partial<Sale> = {}): SaleRecorded =>
  inbound('tributary.sale.recorded.v1', {
    channel: 'pos',
    number: '1',
    location: 'leeds',
    currency: 'EUR',
    lines,
    ...more,
  });
const split = (...told: Parameters<typeof receipt>) => splitReceipt(receipt(...told), context);

const sold = (unitPrice: string) => ({ lineId: '1', sku: 'NEW', quantity: 1, unitPrice });
const back = { lineId: '2', sku: 'OLD', quantity: -1, unitPrice: '50.00' };
const paid = (amount: number, paymentId = 'P1', method = 'cash') => ({
  paymentId,
  method,
  amount,
  status: 'captured' as const,
});
const byExchange = (amount: number) => paid(amount, 'exchange', 'exchange');

describe('A receipt', () => {
  it('of a sale is the sale as it is', () => {
    const told = receipt([sold('80.00')], { payments: [paid(10_000), paid(-2_000, 'P2')] });
    expect(splitReceipt(told, context)).toStrictEqual({ sale: told });
  });

  it('says which serial numbers were sold and which came back', () => {
    const { sale, broughtBack, takenBack } = split([
      { ...back, serials: ['SN-1'] },
      { ...sold('80.00'), serials: ['SN-2'] },
    ]);
    expect(broughtBack?.lines[0]).toMatchObject({ serials: ['SN-1'] });
    expect(takenBack?.lines[0]).toMatchObject({ serials: ['SN-1'] });
    expect(recordSale(sale!, context).serials).toEqual([{ lineId: '1', serials: ['SN-2'] }]);
  });

  it('with goods that came back is a sale and a return named by it', () => {
    const of = { orderId: 'web.7', lineId: '3' };
    const lines = [{ ...back, name: 'Old', returnOf: of, disposition: 'damaged' as const }, sold('80.00')];
    const told = receipt(lines, { customer: { id: 'C1' }, payments: [paid(3_000)] });
    expect(splitReceipt(told, context)).toStrictEqual({
      sale: { ...told, lines: [told.lines[1]], payments: [paid(3_000), byExchange(5_000)] },
      broughtBack: {
        returnId: 'pos.1',
        orderId: 'web.7',
        location: 'leeds',
        currency: 'EUR',
        customer: { id: 'C1' },
        lines: [
          {
            ...of,
            sku: 'OLD',
            name: 'Old',
            quantity: 1,
            unitPrice: '50.00',
            refund: 5_000,
            disposition: 'damaged',
          },
        ],
      },
      takenBack: {
        orderId: 'pos.1',
        location: 'leeds',
        businessDate: '2026-03-02',
        currency: 'EUR',
        lines: [
          { lineId: '2', returnOf: of, sku: 'OLD', quantity: 1, disposition: 'damaged', refund: 5_000 },
        ],
        refund: 5_000,
        givenBy: [{ method: 'exchange', amount: 5_000 }],
      },
    });
  });

  it('pays nothing for an even exchange', () => {
    const { sale, takenBack } = split([back, sold('50.00')]);
    expect(sale!.payments).toEqual([byExchange(5_000)]);
    expect(takenBack!.givenBy).toEqual([{ method: 'exchange', amount: 5_000 }]);
  });

  it('pays money out where more comes back than is bought', () => {
    const { sale, takenBack } = split([back, sold('30.00')], { payments: [paid(-2_000)] });
    expect(sale!.payments).toEqual([byExchange(3_000)]);
    expect(takenBack).toMatchObject({
      refund: 5_000,
      givenBy: [
        { method: 'exchange', amount: 3_000 },
        { method: 'cash', amount: 2_000 },
      ],
    });
  });

  it('may give all of it by one tender and take all of it by another', () => {
    const payments = [paid(8_000, 'P1', 'card'), paid(-5_000, 'P2')];
    const { sale, takenBack } = split([back, sold('80.00')], { payments });
    expect(sale!.payments).toEqual([payments[0]]);
    expect(takenBack!.givenBy).toEqual([{ method: 'cash', amount: 5_000 }]);
  });

  it('gives change beyond what came back', () => {
    const { sale, takenBack } = split([back, sold('80.00')], {
      payments: [paid(10_000), paid(-7_000, 'P2')],
    });
    expect(sale!.payments).toEqual([paid(10_000), paid(-2_000, 'P2')]);
    expect(takenBack!.givenBy).toEqual([{ method: 'cash', amount: 5_000 }]);
  });

  it('of goods that came back alone is a return, with its charges and its payments', () => {
    const charges = [{ code: 'restocking', amount: 500 }];
    const { sale, broughtBack, takenBack } = split([back], { charges, payments: [paid(-4_500)] });
    expect(sale).toBeUndefined();
    expect(broughtBack).toMatchObject({ charges, lines: [{ refund: 5_000 }] });
    expect(takenBack).toMatchObject({ refund: 4_500, givenBy: [{ method: 'cash', amount: 4_500 }] });
  });

  it('has the charges of an exchange with its sale', () => {
    const { sale, broughtBack } = split([back, sold('80.00')], { charges: [{ code: 'bag', amount: 20 }] });
    expect([sale!.charges, broughtBack!.charges]).toEqual([[{ code: 'bag', amount: 20 }], undefined]);
  });

  it('names the orders that its goods were of, and none of these is it', () => {
    const told = receipt([{ ...back, returnOf: { orderId: 'pos.1' } }]);
    expect([namesAsEarlier(told, 'pos.1'), namesAsEarlier(told, 'pos.1~2')]).toEqual([true, false]);
  });
});

const anyLine = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  cents: fc.integer({ min: 0, max: 99_999 }),
});
const lineOf =
  (prefix: string, sign: number) =>
  ({ quantity, cents }: { quantity: number; cents: number }, n: number) => ({
    lineId: `${prefix}${n}`,
    sku: prefix,
    quantity: sign * quantity,
    unitPrice: (cents / 100).toFixed(2),
  });
const sumOf = (parts: readonly { readonly amount: number }[] = []) =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** A receipt that is paid in full, by two tenders of which either may pay out. */
const anyReceipt = fc
  .record({
    sells: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
    takesBack: fc.array(anyLine, { maxLength: 4 }),
    byCard: fc.integer({ min: -99_999, max: 99_999 }),
  })
  .map(({ sells, takesBack, byCard }) => {
    const lines = [...sells.map(lineOf('S', 1)), ...takesBack.map(lineOf('B', -1))];
    const total = lines.reduce(
      (sum, { quantity, unitPrice }) => sum + Math.round(Number(unitPrice) * 100) * quantity,
      0,
    );
    const payments = [paid(byCard, 'P1', 'card'), paid(total - byCard, 'P2')];
    return { lines, total, payments };
  });

describe('The money of any receipt that is paid in full', () => {
  it('balances: its sale is paid, and the return gave what it is worth', () => {
    fc.assert(
      fc.property(anyReceipt, ({ lines, total, payments }) => {
        const told = receipt(lines, { payments, total });
        const { sale, takenBack } = splitReceipt(told, context);
        const placed = recordSale(sale!, context);
        const worth = takenBack?.refund ?? 0;
        expect(placed.total - worth).toBe(total);
        expect(sumOf(placed.payments)).toBe(placed.total);
        expect(sumOf(takenBack?.givenBy)).toBe(worth);
        expect(placed.lines.every(({ quantity }) => quantity > 0)).toBe(true);
      }),
    );
  });
});
