import { type ReturnPolicy, type Sku, type Withdraw, defaultReturnPolicy } from '@tributary/contracts';
import {
  allocatedTo,
  givenFor,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  skuOf,
} from '@tributary/testing';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receive } from '../return/receive.ts';
import { withdraw } from './withdraw.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const at = (day: number, time = '12:00:00.000') => `2026-03-${String(day).padStart(2, '0')}T${time}Z`;

type Units = Record<string, number>;

const withdrawing =
  (asked: Withdraw | Units = {}, now = at(2), policy: ReturnPolicy = defaultReturnPolicy) =>
  (order: Order) =>
    withdraw(
      Object.values(asked).some((value) => typeof value === 'number')
        ? { lines: quantitiesOf(asked as Units).map(({ lineId, quantity }) => ({ lineId, quantity })) }
        : (asked as Withdraw),
      order as Captured,
      policy,
      now,
    );

/** Placed with postage of 490, and held at Leeds. */
const placed = (lines: Units) => {
  const fact = placedWith(lines);
  const charges = [{ code: 'postage', amount: 490 }];
  return [
    { ...fact, data: { ...fact.data, charges, total: fact.data.total + 490 } },
    allocatedTo({ 'S1-leeds': lines }),
  ] as const;
};
const sent = (lines: Units, day = 1, shipmentId = 'SH1') => ({
  ...orderFact('tributary.order.shipped.v1', {
    orderId,
    fulfilmentId: 'S1-leeds',
    location: 'leeds',
    shipmentId,
    lines: quantitiesOf(lines),
  }),
  time: at(day),
});
const delivered = (lines: Units, day: number, shipmentId = 'SH1') => ({
  ...orderFact('tributary.order.delivered.v1', { orderId, shipmentId, lines: quantitiesOf(lines) }),
  time: at(day),
});
const cancelled = (lines: Units) =>
  orderFact('tributary.order.cancelled.v1', {
    orderId,
    lines: quantitiesOf(lines),
    release: quantitiesOf(lines).map((line) => ({ ...line, fulfilmentId: 'S1-leeds', location: 'leeds' })),
    reason: 'Withdrawal by the consumer',
  });
const mayComeBack = (lines: Units, worth: number, until: string, returnId = 'RMA-1') =>
  orderFact('tributary.order.return-authorised.v1', {
    orderId,
    returnId,
    lines: quantitiesOf(lines).map((line) => ({ ...line, reason: 'withdrawal' })),
    worth,
    until,
  });
const withdrawn = (lines: Units, worth: number, more: object = {}) =>
  orderFact('tributary.order.withdrawn.v1', {
    orderId,
    withdrawalId: 'W-1',
    declaredAt: at(2),
    lines: quantitiesOf(lines),
    cancelled: [],
    worth,
    ...more,
  });
const refusalOf = (answer: ReturnType<typeof withdraw>) => (answer.accepted ? undefined : answer.refusal);
const sendBackBy = at(16, '23:59:59.999');
const expectedBack = { returnId: 'RMA-1', sendBackBy };

describe('A consumer who withdraws', () => {
  it('before anything left: all of it is cancelled, and nothing is due, the postage neither', () => {
    const { state } = given(...placed({ 1: 2, 2: 1 }))
      .when(withdrawing())
      .then(
        cancelled({ 1: 2, 2: 1 }),
        withdrawn({ 1: 2, 2: 1 }, 790, { cancelled: quantitiesOf({ 1: 2, 2: 1 }) }),
      );
    expect(state).toMatchObject({ withdrawals: 1 });
  });

  it('from a part before it left is given back that part, and not the postage', () => {
    given(...placed({ 1: 2 }))
      .when(withdrawing({ 1: 1 }))
      .then(cancelled({ 1: 1 }), withdrawn({ 1: 1 }, 100, { cancelled: quantitiesOf({ 1: 1 }) }));
  });

  it('after it arrived: it may come back, and once it is back the postage is given back with it', () => {
    const { state } = given(...placed({ 1: 2 }), sent({ 1: 2 }), delivered({ 1: 2 }, 1))
      .when(withdrawing())
      .then(mayComeBack({ 1: 2 }, 200, sendBackBy), withdrawn({ 1: 2 }, 690, expectedBack));
    const back = receive('RMA-1', {}, state as Captured, defaultReturnPolicy);
    expect(back).toMatchObject({ accepted: true, events: [{ data: { credited: 690 } }] });
  });

  it('when a part left: what has not is cancelled, what has may come back, each unit once', () => {
    given(...placed({ 1: 3 }), sent({ 1: 1 }))
      .when(withdrawing({ 1: 3 }))
      .then(
        cancelled({ 1: 2 }),
        mayComeBack({ 1: 1 }, 100, sendBackBy),
        withdrawn({ 1: 3 }, 790, { ...expectedBack, cancelled: quantitiesOf({ 1: 2 }) }),
      );
  });

  it('in two steps is given the postage back with the second', () => {
    const first = given(...placed({ 1: 2 }), sent({ 1: 2 }), delivered({ 1: 2 }, 1))
      .when(withdrawing({ 1: 1 }))
      .then(mayComeBack({ 1: 1 }, 100, sendBackBy), withdrawn({ 1: 1 }, 100, expectedBack));
    first
      .when(withdrawing())
      .then(
        mayComeBack({ 1: 1 }, 100, sendBackBy, 'RMA-2'),
        withdrawn({ 1: 1 }, 590, { withdrawalId: 'W-2', returnId: 'RMA-2', sendBackBy }),
      );
  });

  it('is never charged a fee where the policy does not know the reason', () => {
    const policy: ReturnPolicy = {
      days: 1,
      reasons: [{ code: 'changed-mind', name: 'Mind', feePercent: 50 }],
    };
    given(...placed({ 1: 1 }), sent({ 1: 1 }), delivered({ 1: 1 }, 1))
      .when(withdrawing({}, at(2), policy))
      .then(mayComeBack({ 1: 1 }, 100, sendBackBy), withdrawn({ 1: 1 }, 590, expectedBack));
  });

  it('is known by name, address and words, and by the moment of the declaration', () => {
    const said = { name: 'Ann', contact: 'ann@example.com', statement: 'I withdraw.' };
    given(...placed({ 1: 1 }))
      .when(withdrawing({ ...said, at: '2026-03-02T13:00:00+01:00' }, at(5)))
      .then(cancelled({ 1: 1 }), withdrawn({ 1: 1 }, 590, { ...said, cancelled: quantitiesOf({ 1: 1 }) }));
  });
});

describe('The time to withdraw', () => {
  const arrived = given(
    ...placed({ 1: 1, 2: 1 }),
    sent({ 1: 1 }, 1),
    delivered({ 1: 1 }, 1),
    sent({ 2: 1 }, 2, 'SH2'),
    delivered({ 2: 1 }, 3, 'SH2'),
  ).state;

  it('ends with the fourteenth day after the last good of the order arrived, for all of its lines', () => {
    expect(refusalOf(withdrawing({ 1: 1 }, at(17, '23:59:59.999'))(arrived))).toBeUndefined();
    expect(refusalOf(withdrawing({ 1: 1 }, at(18, '00:00:00.000'))(arrived))).toEqual({
      code: 'withdrawal-over',
      reason:
        'The time to withdraw ended on 2026-03-17: goods may still come back under a return, for a reason of the policy.',
      details: { ended: '2026-03-17' },
    });
  });

  it('is kept by who declared it in time, whenever it is recorded', () => {
    expect(refusalOf(withdrawing({ at: at(17) }, at(25))(arrived))).toBeUndefined();
    expect(refusalOf(withdrawing({ at: at(26) }, at(25))(arrived))).toMatchObject({ code: 'declared-later' });
  });

  it('is longer where the policy says so', () => {
    const policy = { ...defaultReturnPolicy, withdrawalDays: 27 };
    expect(refusalOf(withdrawing({}, at(30), policy)(arrived))).toBeUndefined();
  });

  it('has not begun while something is to come, or is not known to have arrived', () => {
    const year = '2027-03-01T00:00:00.000Z';
    const toCome = given(...placed({ 1: 2 }), sent({ 1: 1 }), delivered({ 1: 1 }, 1)).state;
    const underWay = given(...placed({ 1: 1 }), sent({ 1: 1 })).state;
    expect([toCome, underWay].map((order) => refusalOf(withdrawing({}, year)(order)))).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('There is nothing to withdraw from', () => {
  it('where goods were bought at a till', () => {
    const sale = placedWith({ 1: 1 });
    const { state } = given({ ...sale, data: { ...sale.data, kind: 'sale', completedAt: at(1) } });
    expect(refusalOf(withdrawing()(state))).toMatchObject({ code: 'bought-at-till' });
  });

  it('where the policy excludes goods, which are named', () => {
    const policy = { ...defaultReturnPolicy, noWithdrawal: { skus: [skuOf('2') as Sku] } };
    const { state } = given(...placed({ 1: 1, 2: 1 }));
    expect(refusalOf(withdrawing({}, at(2), policy)(state))).toEqual({
      code: 'no-right-of-withdrawal',
      reason: `There is no right of withdrawal from line 2 (${skuOf('2')}): name the others.`,
      details: { lineIds: ['2'] },
    });
    expect(refusalOf(withdrawing({ 1: 1 }, at(2), policy)(state))).toBeUndefined();
  });

  it('twice: what was cancelled, came back or is to come back already', () => {
    const { state } = given(...placed({ 1: 1 }), cancelled({ 1: 1 }));
    expect(refusalOf(withdrawing()(state))).toMatchObject({ code: 'nothing-to-withdraw' });
    const expected = given(...placed({ 1: 2 }), sent({ 1: 2 }), mayComeBack({ 1: 1 }, 100, sendBackBy)).state;
    expect(refusalOf(withdrawing({ 1: 2 })(expected))).toEqual({
      code: 'not-withdrawable',
      reason: 'Of line 1 1 can be withdrawn from.',
    });
    const back = receive('RMA-9', { lines: [{ lineId: '1' as never, quantity: 2 }] }, expected as Captured, {
      ...defaultReturnPolicy,
    });
    const after = (back.accepted ? back.events : []).reduce<Order>(evolve, expected);
    expect(refusalOf(withdrawing()(after))).toMatchObject({ code: 'nothing-to-withdraw' });
  });

  it('of a line that the order does not have', () => {
    const { state } = given(...placed({ 1: 1 }));
    expect(refusalOf(withdrawing({ 9: 1 })(state))).toMatchObject({ code: 'unknown-line' });
  });

  it('a hundredth and first time', () => {
    const { state } = given(...placed({ 1: 200 }));
    const often = Array.from({ length: 100 }).reduce<Order>((order) => {
      const answer = withdrawing({ 1: 1 })(order);
      return (answer.accepted ? answer.events : []).reduce(evolve, order);
    }, state);
    expect(refusalOf(withdrawing({ 1: 1 })(often))).toMatchObject({ code: 'too-many-withdrawals' });
  });
});
