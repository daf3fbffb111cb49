import { type ReturnPolicy, defaultReturnPolicy } from '@tributary/contracts';
import { allocatedTo, givenFor, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import fc from 'fast-check';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { authorise, callOff } from './authorise.ts';
import { receive } from './receive.ts';
import { worthOf } from './worth.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00.000Z`;
const policy: ReturnPolicy = {
  ...defaultReturnPolicy,
  reasons: [
    { code: 'changed-mind', name: 'Changed their mind', feePercent: 10 },
    { code: 'withdrawal', name: 'Withdrawal', days: 14, givesBackCharges: true },
  ],
};

type Units = Record<string, number>;
interface Costs {
  readonly charges?: readonly { code: string; amount: number }[];
  readonly amount?: (lineId: string) => number;
}

/** An order that left whole on the first of March. */
const gone = (lines: Units, { charges = [], amount }: Costs = {}) => {
  const fact = placedWith(lines);
  const priced = fact.data.lines.map((line) => ({ ...line, ...(amount && { amount: amount(line.lineId) }) }));
  const total = [...priced, ...charges].reduce((sum, one) => sum + one.amount, 0);
  const shipped = orderFact('tributary.order.shipped.v1', {
    orderId,
    fulfilmentId: 'S1-leeds',
    location: 'leeds',
    shipmentId: 'SH1',
    lines: quantitiesOf(lines),
  });
  return given(
    { ...fact, data: { ...fact.data, lines: priced, charges: [...charges], total } },
    allocatedTo({ 'S1-leeds': lines }),
    { ...shipped, time: day(1) },
  );
};
const asking =
  (lines: Units, more: object = {}, reason = 'changed-mind', at = day(2)) =>
  (order: Order) =>
    authorise(
      {
        lines: quantitiesOf(lines).map(({ lineId, quantity }) => ({ lineId, quantity, reason })) as never,
        ...more,
      },
      order as Captured,
      policy,
      at,
    );
const receiving =
  (returnId: string, asked: Parameters<typeof receive>[1] = {}) =>
  (order: Order) =>
    receive(returnId, asked, order as Captured, policy);
const back = (lines: Units, reason?: string) => ({
  lines: quantitiesOf(lines).map((line) => ({ ...line, ...(reason && { reason }) })) as never,
});
const authorised = (returnId: string, lines: Units, worth: number, more: object = {}) =>
  orderFact('tributary.order.return-authorised.v1', {
    orderId,
    returnId,
    lines: quantitiesOf(lines).map((line) => ({ ...line, reason: 'changed-mind' })),
    worth,
    until: day(31),
    ...more,
  });
const codeOf = (answer: ReturnType<typeof receive>) => (answer.accepted ? 'accepted' : answer.refusal.code);
const creditOf = (answer: ReturnType<typeof receive>): unknown => {
  const [event] = answer.accepted ? answer.events : [];
  return event?.type === 'tributary.order.returned.v1' ? event.data.credited : undefined;
};

describe('A return that is authorised', () => {
  it('has a name, an end and what it is worth, less the fee of its reason', () => {
    gone({ 1: 3 })
      .when(asking({ 1: 2 }))
      .then(authorised('RMA-1', { 1: 2 }, 180))
      .when(asking({ 1: 1 }))
      .then(authorised('RMA-2', { 1: 1 }, 90));
  });

  it('is never for more than left, came back or may come back already', () => {
    const order = gone({ 1: 3 });
    order
      .when(asking({ 1: 4 }))
      .thenRefused({ code: 'not-returnable', reason: 'Of line 1 3 can come back.' });
    const { state } = order.when(asking({ 1: 2 })).then(authorised('RMA-1', { 1: 2 }, 180));
    expect(codeOf(asking({ 1: 2 })(state))).toBe('not-returnable');
    expect(codeOf(asking({ 9: 1 })(state))).toBe('unknown-line');
    expect(codeOf(asking({ 1: 1 }, {}, 'bored')(state))).toBe('unknown-reason');
    expect(codeOf(asking({ 1: 1 }, { returnId: 'RMA-1' })(state))).toBe('return-known');
  });

  it('is not expected a thousandfold: some come back or are called off first', () => {
    const { state } = gone({ 1: 200 });
    const asked = asking({ 1: 1 });
    const many = Array.from({ length: 100 }).reduce<Order>((order) => {
      const answer = asked(order);
      return (answer.accepted ? answer.events : []).reduce(evolve, order);
    }, state);
    expect(codeOf(asked(many))).toBe('too-many-returns');
  });

  it('has its time, each reason its own, unless somebody says why it may come back all the same', () => {
    const order = gone({ 1: 1 });
    expect(codeOf(asking({ 1: 1 }, {}, 'withdrawal', day(15))(order.state))).toBe('accepted');
    expect(codeOf(asking({ 1: 1 }, {}, 'withdrawal', day(16))(order.state))).toBe('time-over');
    order
      .when(asking({ 1: 1 }, { despite: 'She was ill.' }, 'changed-mind', '2026-06-01T00:00:00.000Z'))
      .then({
        ...authorised('RMA-1', { 1: 1 }, 90),
        data: orderFact('tributary.order.return-authorised.v1', {
          orderId,
          returnId: 'RMA-1',
          lines: quantitiesOf({ 1: 1 }).map((line) => ({ ...line, reason: 'changed-mind' })),
          worth: 90,
          despite: 'She was ill.',
        }).data,
      });
  });

  it('is called off, and then may be asked for under another name', () => {
    const off = orderFact('tributary.order.return-called-off.v1', {
      orderId,
      returnId: 'RMA-1',
      reason: 'Kept.',
    });
    const calledOff = gone({ 1: 1 })
      .when(asking({ 1: 1 }))
      .then(authorised('RMA-1', { 1: 1 }, 90))
      .when((order) => callOff({ returnId: 'RMA-1', reason: 'Kept.' }, order as Captured))
      .then(off);
    expect(codeOf(callOff({ returnId: 'RMA-1' }, calledOff.state as Captured))).toBe('not-authorised');
    calledOff.when(asking({ 1: 1 })).then(authorised('RMA-2', { 1: 1 }, 90));
  });
});

describe('Goods at a returns desk', () => {
  it('are credited by what they are worth, whether they were paid or not, and give no money back by themselves', () => {
    gone({ 1: 2 })
      .when(asking({ 1: 1 }))
      .then(authorised('RMA-1', { 1: 1 }, 90))
      .when(receiving('RMA-1', { location: 'york' as never, note: 'As new.' }))
      .then(
        orderFact('tributary.order.returned.v1', {
          orderId,
          returnId: 'RMA-1',
          location: 'york',
          lines: [
            { ...quantitiesOf({ 1: 1 })[0]!, disposition: 'restock', reason: 'changed-mind', refund: 100 },
          ],
          charges: [{ code: 'return-fee', name: 'Return fee', amount: 10 }],
          refund: 0,
          credited: 90,
          reason: 'As new.',
        }),
      );
  });

  it('come back once under one name, and only what is named, authorised or known to have left', () => {
    const order = gone({ 1: 2 });
    expect(codeOf(receiving('R1')(order.state))).toBe('not-authorised');
    expect(codeOf(receiving('R1', back({ 9: 1 }))(order.state))).toBe('unknown-line');
    const once = receiving('R1', back({ 1: 1 }))(order.state);
    const after = (once.accepted ? once.events : []).reduce(evolve, order.state);
    expect(codeOf(receiving('R1', back({ 1: 1 }))(after))).toBe('already-returned');
    const notGone = given(placedWith({ 1: 1 })).state;
    expect(codeOf(receiving('R1', back({ 1: 1 }))(notGone))).toBe('not-gone');
  });

  it('say their serial numbers, whether or not those are known to have left', () => {
    const answer = receiving('R1', { lines: [{ lineId: '1', quantity: 1, serials: ['SN-1'] }] as never })(
      gone({ 1: 2 }).state,
    );
    expect(answer).toMatchObject({
      accepted: true,
      events: [{ data: { lines: [{ quantity: 1 }], serials: [{ lineId: '1', serials: ['SN-1'] }] } }],
    });
  });

  it('beyond those that left are kept, and are worth nothing', () => {
    const answer = receiving('R1', back({ 1: 3 }))(gone({ 1: 2 }).state);
    expect(creditOf(answer)).toBe(200);
    expect(answer).toMatchObject({
      events: [{ data: { lines: [{ quantity: 2 }, { quantity: 1, beyond: 1 }] } }],
    });
  });

  it('give postage back with the last of them, for reasons that do', () => {
    const postage = { charges: [{ code: 'shipping', amount: 490 }] };
    const creditFor = (reason: string, lines: Units) =>
      creditOf(receiving('R1', back(lines, reason))(gone({ 1: 2 }, postage).state));
    expect([creditFor('withdrawal', { 1: 2 }), creditFor('withdrawal', { 1: 1 })]).toEqual([690, 100]);
    expect(creditFor('changed-mind', { 1: 2 })).toBe(180);
  });

  it('carry their share of a discount of the whole order', () => {
    const voucher = { charges: [{ code: 'voucher', amount: -100 }] };
    const order = gone({ 1: 3, 2: 1 }, voucher).state;
    expect(creditOf(receiving('R1', back({ 1: 1 }))(order))).toBe(75);
  });
});

describe('What goods are worth', () => {
  it('is the same to the minor unit whether they come back at once or one after the other', () => {
    const units = fc.integer({ min: 1, max: 7 });
    const amounts = fc.record({ 1: fc.nat({ max: 999 }), 2: fc.nat({ max: 999 }) });
    fc.assert(
      fc.property(units, units, amounts, fc.integer({ min: -500, max: 0 }), (one, other, costs, amount) => {
        const lines: Units = { 1: one, 2: other };
        let order: Order = gone(lines, {
          charges: [{ code: 'voucher', amount }],
          amount: (lineId) => costs[lineId as unknown as 1 | 2],
        }).state;
        const { goods, fee } = worthOf(quantitiesOf(lines), order as Captured);
        const atOnce = goods.reduce((sum, worth) => sum + worth, 0);
        const due = Math.max(0, costs[1] + costs[2] + amount);
        let apart = 0;
        for (const [index, lineId] of ['1', '2', ...Array(14).fill('1'), ...Array(14).fill('2')].entries()) {
          const line = (order as Captured).lines.find((each) => each.lineId === lineId)!;
          if (line.returned === line.fulfilled) continue;
          const answer = receiving(`R${index}`, back({ [lineId]: 1 }))(order);
          const credit = creditOf(answer) as number;
          expect(credit).toBeGreaterThanOrEqual(0);
          apart += credit;
          order = (answer.accepted ? answer.events : []).reduce(evolve, order);
        }
        expect([apart, fee]).toEqual([atOnce, 0]);
        expect(atOnce).toBe(due);
      }),
    );
  });
});
