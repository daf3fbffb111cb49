import {
  allocatedTo,
  givenFor,
  locationOf,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  quantityFaults,
  toldOfOrder,
} from '@tributary/testing';
import {
  type InboundInput,
  type InboundTypeName,
  type LeftBeyond,
  orderStatusOf,
} from '@tributary/contracts';
import fc from 'fast-check';
import { loseAllocation, takeUpAllocation } from '../allocation/allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { type ReportedFact, receiveFact } from '../receive-fact.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
type Rule = (order: Order) => OrderEvent[];
const told =
  <T extends InboundTypeName>(type: T, data: Omit<InboundInput<T>, 'orderId'>): Rule =>
  (order) =>
    receiveFact(toldOfOrder(type, { orderId, ...data } as InboundInput<T>) as ReportedFact, order);

type Units = Record<string, number>;
const asked = (lines: Units) => Object.entries(lines).map(([lineId, quantity]) => ({ lineId, quantity }));
const naming = (lines?: Units) => (lines ? { lines: asked(lines) } : {});
const leeds = 'S1-leeds';
const york = 'S2-york';

const ship = (shipmentId: string, lines?: Units, fulfilmentId = leeds) =>
  told('tributary.shipment.dispatched.v1', { fulfilmentId, shipmentId, ...naming(lines) });
const handOver = (lines?: Units, fulfilmentId = 'P1-hull') =>
  told('tributary.pickup.handed-over.v1', { fulfilmentId, ...naming(lines) });
const cancel = (lines?: Units) => told('tributary.order.cancel-requested.v1', naming(lines));
const short = (lines: Units, fulfilmentId = leeds) =>
  told('tributary.fulfilment.shorted.v1', {
    fulfilmentId,
    lines: asked(lines).map((line) => ({ ...line, reason: 'not-found' as const })),
  });
const lose =
  (quantity: number, fulfilmentId = leeds): Rule =>
  (order) =>
    order.stage === 'captured'
      ? loseAllocation({ fulfilmentId, lineId: '1', quantity, reason: 'sold' }, order)
      : [];

const after = (...rules: readonly Rule[]): Captured =>
  rules.reduce(
    (order, rule) => rule(order).reduce(evolve, order),
    given(placedWith({ 1: 3 }), allocatedTo({ [leeds]: { 1: 3 } })).state,
  ) as Captured;

interface More {
  readonly beyond?: readonly (readonly [number, LeftBeyond['because'], LeftBeyond['countsAs']])[];
  readonly release?: readonly (readonly [string, number])[];
  readonly waited?: number;
}
const shipped = (shipmentId: string, lines: Units, { beyond, release, waited }: More) =>
  orderFact('tributary.order.shipped.v1', {
    orderId,
    fulfilmentId: leeds,
    location: locationOf(leeds),
    shipmentId,
    lines: quantitiesOf(lines),
    ...(beyond && {
      beyond: beyond.map(([quantity, because, countsAs]) => ({
        ...quantitiesOf({ 1: quantity })[0]!,
        because,
        countsAs,
      })),
    }),
    ...(release && {
      release: release.map(([fulfilmentId, quantity]) => ({
        ...quantitiesOf({ 1: quantity })[0]!,
        fulfilmentId,
        location: locationOf(fulfilmentId),
      })),
    }),
    ...(waited && { waited: quantitiesOf({ 1: waited }) }),
  });
const without = (code: string, reason: string, messageType = 'tributary.shipment.dispatched.v1') =>
  orderFact('tributary.order.fact-ignored.v1', {
    orderId,
    messageId: messageType,
    messageType,
    code,
    reason,
  });
const nothingLeft = without(
  'nothing-left-to-ship',
  'All that this fulfilment was given has left or was reported short; a shipment of more names its units.',
);

describe('What left is gone', () => {
  it('although it was cancelled, and the order is fulfilled as if it had been told in time', () => {
    const order = after(cancel(), ship('X1'));
    expect(order.lines).toMatchObject([{ cancelled: 0, fulfilled: 3, leftThoughCancelled: 3 }]);
    expect(orderStatusOf(order.lines, { rejected: order.rejected })).toBe('fulfilled');
    expect(after(ship('X1'), cancel()).lines).toMatchObject([{ cancelled: 0, fulfilled: 3 }]);
  });

  it('although a part of it was cancelled: what is still held goes first', () => {
    given(placedWith({ 1: 3 }), allocatedTo({ [leeds]: { 1: 3 } }), ...cancel({ 1: 1 })(after()))
      .when(ship('X1', { 1: 2 }))
      .then(shipped('X1', { 1: 2 }, {}))
      .when(ship('X2'))
      .then(shipped('X2', {}, { beyond: [[1, 'cancelled', 'cancelled']] }))
      .when(ship('X3'))
      .then(nothingLeft);
  });

  it('although it was declined before anything was held', () => {
    const declined = [
      cancel(),
      (order: Order) =>
        takeUpAllocation(
          {
            decisionId: 'd',
            attempt: 1,
            fulfilments: [
              {
                fulfilmentId: york,
                location: locationOf(york),
                method: 'ship',
                lines: quantitiesOf({ 1: 3 }),
              },
            ],
          },
          order as Captured,
        ),
    ];
    expect(after(...declined, ship('X1', undefined, york)).lines).toMatchObject([
      { cancelled: 0, fulfilled: 3, leftThoughCancelled: 3 },
    ]);
  });

  it('less what was cancelled in good time, where the shipment names no lines', () => {
    expect(ship('X1')(after(cancel({ 1: 1 })))).toStrictEqual([shipped('X1', { 1: 2 }, {})]);
  });

  it('although it was lost: what is held elsewhere in its stead is released', () => {
    const order = after(lose(2), () => [allocatedTo({ [york]: { 1: 2 } }, 2)]);
    expect(ship('X1', { 1: 3 })(order)).toStrictEqual([
      shipped('X1', { 1: 1 }, { beyond: [[2, 'lost', 'wanted']], release: [[york, 2]] }),
    ]);
  });

  it('from there as well when the released goods leave after all: more than was ordered', () => {
    const order = after(
      lose(2),
      () => [allocatedTo({ [york]: { 1: 2 } }, 2)],
      ship('X1', { 1: 3 }),
      ship('X2', undefined, york),
    );
    expect(order.lines).toMatchObject([{ ordered: 3, allocated: 0, fulfilled: 3, surplus: 2 }]);
  });

  it('although it was reported short, when it is named', () => {
    expect(after(short({ 1: 3 }), ship('X1')).shipments.size).toBe(0);
    expect(ship('X1', { 1: 2 })(after(short({ 1: 3 })))).toStrictEqual([
      shipped('X1', {}, { beyond: [[2, 'short', 'wanted']] }),
    ]);
  });

  it('and whoever waited for it no longer does', () => {
    const waiting = () => [
      orderFact('tributary.order.backordered.v1', {
        orderId,
        decisionId: 'd',
        lines: quantitiesOf({ 1: 3 }),
        reason: 'none',
      }) as OrderEvent,
    ];
    expect(ship('X1')(after(lose(3), waiting))).toStrictEqual([
      shipped('X1', {}, { beyond: [[3, 'lost', 'wanted']], waited: 3 }),
    ]);
  });

  it('when it was delivered, too', () => {
    const deliver = told('tributary.shipment.delivered.v1', { shipmentId: 'X1' });
    expect(after(cancel(), deliver, ship('X1', { 1: 5 })).lines).toMatchObject([
      { fulfilled: 3, delivered: 3, surplus: 2 },
    ]);
  });

  it('once, however often it is told', () => {
    expect(after(cancel(), ship('X1'), ship('X1')).lines).toEqual(after(cancel(), ship('X1')).lines);
    const collected = [
      cancel(),
      handOver({ 1: 3 }, leeds),
      handOver({ 1: 3 }, leeds),
      handOver(undefined, leeds),
    ];
    expect(after(...collected).lines).toMatchObject([{ fulfilled: 3, delivered: 3, leftThoughCancelled: 3 }]);
    expect(after(...collected).lines[0]!.surplus).toBeUndefined();
  });

  it('but of a line the order does not have nobody knows what', () => {
    const unknown = without('unknown-line', 'The order has no such line: 2 of line 9.');
    expect(ship('X1', { 9: 2 })(after())).toStrictEqual([unknown]);
    expect(ship('X1', { 1: 3, 9: 2 })(after())).toStrictEqual([shipped('X1', { 1: 3 }, {}), unknown]);
  });
});

describe('Cancelled, missed, lost, shipped, handed over and delivered, in any order', () => {
  const units = fc.integer({ min: 1, max: 5 }).map((quantity): Units => ({ 1: quantity }));
  const maybe = fc.option(units, { nil: undefined });
  const from = fc.constantFrom(leeds, york, 'P1-hull');
  const happening: fc.Arbitrary<Rule> = fc.oneof(
    maybe.map(cancel),
    fc.tuple(units, from).map(([lines, id]) => short(lines, id)),
    fc.tuple(fc.constantFrom('X1', 'X2', 'X3'), maybe, from).map((of) => ship(...of)),
    fc.tuple(maybe, from).map((of) => handOver(...of)),
    fc
      .constantFrom('X1', 'X2', 'X3')
      .map((shipmentId) => told('tributary.shipment.delivered.v1', { shipmentId })),
    fc.tuple(units, from).map(([lines, id]) => lose(lines[1]!, id)),
  );
  const start = given(
    placedWith({ 1: 6 }),
    allocatedTo({ [leeds]: { 1: 3 }, [york]: { 1: 2 }, 'P1-hull': { 1: 1 } }),
  ).state as Captured;

  const faultsOf = ({ lines, fulfilments }: Captured): string[] => {
    const all = [...fulfilments.values()];
    const held = all.flatMap((one) => one.lines).reduce((sum, { quantity }) => sum + quantity, 0);
    return [
      ...lines.flatMap(quantityFaults),
      ...(lines[0]!.allocated === held ? [] : [`allocated ${lines[0]!.allocated}, held ${held}`]),
      ...all
        .flatMap(({ lines: kept, withdrawn, left }) => [...kept, ...withdrawn, ...left])
        .filter(({ quantity }) => quantity <= 0)
        .map(() => 'a fulfilment knows of no units'),
    ];
  };

  const leftOf = ({ fulfilments }: Captured) => [...fulfilments.values()].flatMap(({ left }) => left);

  it('quantities-balance: after every fact, and every unit that left a fulfilment is counted', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 10 }).chain((all) => fc.shuffledSubarray(all)),
        (rules) => {
          let order: Captured = start;
          for (const rule of rules)
            for (const event of rule(order)) {
              order = evolve(order, event) as Captured;
              expect(faultsOf(order)).toEqual([]);
            }
          const { fulfilled, surplus = 0 } = order.lines[0]!;
          const left = leftOf(order);
          expect(left.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(fulfilled + surplus);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('the same named units have left, told before or after a cancellation', () => {
    fc.assert(
      fc.property(units, maybe, (named, cancelled) => {
        const leftAfter = (...rules: Rule[]) => leftOf(after(...rules));
        expect(leftAfter(cancel(cancelled), ship('X1', named))).toEqual(
          leftAfter(ship('X1', named), cancel(cancelled)),
        );
      }),
    );
  });
});
