import type { LineSerials } from '@tributary/contracts';
import fc from 'fast-check';
import type { RecordedEvent } from '@tributary/event-store';
import { allocatedTo, locationOf, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage } from './order-page.ts';
import { serialsBack, serialsSent } from './page-serials.ts';

/** Lines 1 and 2 are of one good, line 3 is of another. */
const page = {
  lines: [
    { lineId: '1', sku: 'CAM' },
    { lineId: '2', sku: 'CAM' },
    { lineId: '3', sku: 'LENS' },
  ],
} as unknown as OrderPage;
const on = (lineId: string, ...serials: readonly string[]) => [{ lineId, serials }] as LineSerials;
const shown = ({ lines }: OrderPage) => lines.map(({ serials = [] }) => serials);

const pageAfter = (...facts: readonly { type: string; data: object }[]) =>
  facts.reduce<OrderPage | undefined>(
    (before, fact, version) =>
      orderPage.evolve(before, {
        ...fact,
        version,
        time: '2026-03-02T12:00:00.000Z',
        metadata: {},
      } as unknown as RecordedEvent),
    undefined,
  )!;

describe('Serial numbers on the page of an order', () => {
  it('stand on the line that they went out on, each with whether it came back', () => {
    const out = serialsSent(page, on('1', 'B2', 'A1'));
    expect(shown(serialsBack(out, on('1', 'b2')))).toEqual([
      [{ serial: 'A1' }, { serial: 'B2', returned: true }],
      [],
      [],
    ]);
  });

  it('that came back and never went out stand there as such', () => {
    const out = serialsSent(page, on('1', 'A1'));
    expect(shown(serialsBack(out, on('1', 'X9')))[0]).toEqual([
      { serial: 'A1' },
      { serial: 'X9', returned: true, neverSent: true },
    ]);
  });

  it('are back on the line that they went out on, whichever of the good the return named', () => {
    const out = serialsSent(page, on('2', 'A1'));
    expect(shown(serialsBack(out, on('1', 'A1')))).toEqual([[], [{ serial: 'A1', returned: true }], []]);
  });

  it('are told by what was sold, sent, handed over and taken back', () => {
    const at = (fulfilmentId: string) => ({ orderId, fulfilmentId, location: locationOf(fulfilmentId) });
    const placed = placedWith({ 1: 3 });
    const after = pageAfter(
      { ...placed, data: { ...placed.data, serials: on('1', 'SOLD') } },
      allocatedTo({ 'S1-leeds': { 1: 1 }, 'P1-york': { 1: 1 } }),
      orderFact('tributary.order.shipped.v1', {
        ...at('S1-leeds'),
        shipmentId: 'X1',
        lines: quantitiesOf({ 1: 1 }),
        serials: on('1', 'SENT'),
      }),
      orderFact('tributary.order.handed-over.v1', {
        ...at('P1-york'),
        lines: quantitiesOf({ 1: 1 }),
        serials: on('1', 'HANDED'),
      }),
      orderFact('tributary.order.returned.v1', {
        orderId,
        returnId: 'R1',
        lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, disposition: 'restock' as const })),
        serials: on('1', 'SENT'),
        refund: 0,
      }),
    );
    expect(shown(after)).toEqual([
      [{ serial: 'HANDED' }, { serial: 'SENT', returned: true }, { serial: 'SOLD' }],
    ]);
  });

  it('of another good are others, whatever they are called', () => {
    const out = serialsSent(page, on('3', 'A1'));
    expect(shown(serialsBack(out, on('1', 'A1')))).toEqual([
      [{ serial: 'A1', returned: true, neverSent: true }],
      [],
      [{ serial: 'A1' }],
    ]);
  });

  it('are listed up to a thousand an order, and counted beyond; what is listed comes back all the same', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => `S${index}`);
    const out = serialsBack(serialsSent(page, on('1', ...many)), on('1', 'S0'));
    expect(shown(out)[0]).toHaveLength(1_000);
    expect(shown(out)[0]![0]).toEqual({ serial: 'S0', returned: true });
    expect(out.more).toEqual({ serials: 1 });
  });

  it('are the same in every order of telling', () => {
    const fact = fc.record({
      tell: fc.constantFrom(serialsSent, serialsBack),
      lineId: fc.constantFrom('1', '2', '3'),
      serial: fc.constantFrom('A1', 'a1', 'B2', 'b2'),
    });
    const all = (facts: readonly { tell: typeof serialsSent; lineId: string; serial: string }[]) =>
      shown(facts.reduce((now, { tell, lineId, serial }) => tell(now, on(lineId, serial)), page));
    const told = fc
      .array(fact, { maxLength: 8 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
        ),
      );
    fc.assert(
      fc.property(told, ([facts, shuffled]) => expect(all(shuffled)).toEqual(all(facts))),
      { numRuns: 1_000 },
    );
  });
});
