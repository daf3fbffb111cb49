import type { LocationId, OrderId, Sku } from '@tributary/contracts';
import { type Belief, type Told, differenceOf, explanationOf, holds } from './explanation.ts';
import type { StockFact } from './stock.ts';

const place = { sku: 'MUG' as Sku, location: 'leeds' as LocationId };
const hour = (at: number): string => `2026-03-02T${String(at).padStart(2, '0')}:00:00.000Z`;

const told = (fact: StockFact, at: number, recordedAt = at): Told => ({
  fact,
  at: hour(at),
  recordedAt: hour(recordedAt),
});
const received = (delta: number, at: number, recordedAt = at) =>
  told({ type: 'tributary.inventory.received.v1', data: { ...place, delta } }, at, recordedAt);
const sold = (units: number, at: number, recordedAt = at) => {
  const data = { ...place, delta: -units, orderId: 'pos.1' as OrderId, lineId: '1' };
  return told({ type: 'tributary.inventory.sold.v1', data }, at, recordedAt);
};
const held = (order: number, quantity: number) => ({
  ...place,
  reservationId: `web.${order}/S0/1`,
  orderId: `web.${order}` as OrderId,
  fulfilmentId: 'S0',
  lineId: '1',
  quantity,
});
const reserved = (order: number, quantity: number, at: number) =>
  told({ type: 'tributary.inventory.reserved.v1', data: held(order, quantity) }, at);
const released = (order: number, quantity: number, at: number) =>
  told(
    { type: 'tributary.inventory.released.v1', data: { ...held(order, quantity), reason: 'cancelled' } },
    at,
  );
const expected = told(
  {
    type: 'tributary.inventory.supply-expected.v1',
    data: { ...place, purchaseOrder: 'PO-1', quantity: 9, expectedAt: hour(20) },
  },
  9,
);

describe('A belief about stock', () => {
  it('holds where all that it says is so, and says nothing of the rest', () => {
    const standing = { onHand: 10, reserved: 3 };
    const beliefs: readonly Belief[] = [{ onHand: 10 }, { reserved: 3, available: 7 }, {}];
    expect(beliefs.every((belief) => holds(belief, standing))).toBe(true);
    expect(holds({ onHand: 10, available: 10 }, standing)).toBe(false);
    expect(holds({ available: 0 }, { onHand: 1, reserved: 4 })).toBe(true);
    expect(differenceOf({ onHand: 12, available: 7 }, standing)).toEqual({ onHand: 2, available: 0 });
  });

  const [first, second, third] = [received(10, 8), sold(2, 10), sold(3, 12)];
  const ours = { onHand: 5, reserved: 0 };
  const explained = (onHand: number, entries = [first, second, third], asOf?: string) =>
    explanationOf({ onHand }, ours, entries, asOf);

  it('is of before the last entries, as few as come to it', () => {
    expect(explained(8)).toEqual({ why: 'not-known-yet', entries: [third] });
    expect(explained(10)).toEqual({ why: 'not-known-yet', entries: [second, third] });
  });

  it('passes over entries that move nothing', () => {
    expect(explained(8, [first, second, third, expected])).toEqual({
      why: 'not-known-yet',
      entries: [third],
    });
  });

  it('lacks one entry alone, or has it twice', () => {
    expect(explained(7)).toEqual({ why: 'left-out', entries: [second] });
    expect(explained(3)).toEqual({ why: 'counted-twice', entries: [second] });
    expect(explained(2)).toEqual({ why: 'counted-twice', entries: [third] });
  });

  it('could not know what was told after its moment', () => {
    const late = sold(4, 9, 15);
    expect(explanationOf({ onHand: 8 }, { onHand: 4, reserved: 0 }, [first, second, late], hour(11))).toEqual(
      { why: 'told-later', entries: [late] },
    );
  });

  it('is ahead of its own moment', () => {
    const entries = [first, second, third, received(20, 13)];
    expect(explanationOf({ onHand: 5 }, { onHand: 8, reserved: 0 }, entries, hour(11))).toEqual({
      why: 'ahead',
      entries: [third],
    });
  });

  it('takes what is promised for gone, or for free, and names the promises that are open', () => {
    const [ended, open, other] = [reserved(1, 2, 9), reserved(2, 3, 9), reserved(3, 1, 11)];
    const entries = [first, ended, open, released(1, 2, 10), other, sold(1, 12)];
    const standing = { onHand: 9, reserved: 4 };
    const promises = { why: 'promised', entries: [open, other] };
    expect(explanationOf({ onHand: 5, reserved: 0 }, standing, entries)).toEqual(promises);
    expect(explanationOf({ onHand: 9, available: 9 }, standing, entries)).toEqual(promises);
  });

  it('is unexplained where nothing comes to it', () => {
    expect(explained(99)).toEqual({ why: 'unexplained', entries: [] });
    expect(explained(99, [])).toEqual({ why: 'unexplained', entries: [] });
  });
});
