import type { Hold, OrderCaptured } from '@tributary/contracts';
import { allocatedTo, givenFor, orderFact, orderId, quantitiesOf, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { meetShortage } from '../allocation/allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact, withResumed } from '../receive-fact.ts';
import { hold, release } from './hold.ts';
import { activeHolds, isHeld, mostReasons } from './holds.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`;

const capture = (more: Partial<Pick<OrderCaptured, 'holds'>> = {}) =>
  toldOfOrder(
    'tributary.order.captured.v1',
    {
      channel: 'web',
      number: '100',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: 'SKU-1', quantity: 3, unitPrice: '1.00' }],
      ...more,
    },
    { occurredAt: at(0) },
  );
const toHold = (minute: number, more: Partial<Hold> = {}, messageId = `hold ${minute}`) =>
  toldOfOrder(
    'tributary.order.hold-requested.v1',
    { orderId, reason: 'fraud', ...more },
    { messageId, occurredAt: at(minute) },
  );
const toRelease = (minute: number, messageId = `release ${minute}`) =>
  toldOfOrder(
    'tributary.order.release-requested.v1',
    { orderId, reason: 'fraud' },
    { messageId, occurredAt: at(minute) },
  );
const authorised = (amount: number, messageId = `authorised ${amount}`) =>
  toldOfOrder(
    'tributary.payment.authorised.v1',
    { orderId, paymentId: messageId, amount },
    { messageId, occurredAt: at(9) },
  );
type Message = Parameters<typeof receiveFact>[0];

/** The facts of an order to which these messages came, one after the other. */
const factsOf = (...messages: readonly Message[]): readonly OrderEvent[] =>
  messages.reduce<readonly OrderEvent[]>(
    (facts, message) => [...facts, ...receiveFact(message, given(...facts).state)],
    [],
  );
const orderOf = (...messages: readonly Message[]) => given(...factsOf(...messages)).state as Captured;
const reasonsOf = (order: Captured) => activeHolds(order).map(({ reason }) => reason);
const told =
  (message: Message) =>
  (order: Order): OrderEvent[] =>
    receiveFact(message, order);
const said =
  (rule: (order: Captured) => ReturnType<typeof hold>) =>
  (order: Order): ReturnType<typeof hold> =>
    rule(order as Captured);
const isRecorded = (order: Order, message: Message, code: string) => {
  const [fact] = receiveFact(message, order);
  expect(fact).toMatchObject({ type: 'tributary.order.fact-ignored.v1', data: { code } });
};

const held = (minute: number, more: Partial<Hold> = {}) =>
  orderFact('tributary.order.held.v1', { orderId, reason: 'fraud', since: at(minute), ...more });
const released = (minute: number, more: object = {}) =>
  orderFact('tributary.order.hold-released.v1', { orderId, reason: 'fraud', upTo: at(minute), ...more });
const all = { toSource: quantitiesOf({ 1: 3 }) };

describe('A hold', () => {
  it('is placed and released by a person, and without the last all that is open is sourced', () => {
    given(...factsOf(capture()))
      .when(said((order) => hold({ reason: 'csr', note: 'She calls back.' }, order, at(1))))
      .then(
        orderFact('tributary.order.held.v1', {
          orderId,
          reason: 'csr',
          since: at(1),
          note: 'She calls back.',
        }),
      )
      .when(told(toHold(2)))
      .then(held(2))
      .when(said((order) => release({ reason: 'fraud' }, order, at(3))))
      .then(released(3, { stillHeld: true }))
      .when(said((order) => release({ reason: 'csr', note: 'She called.' }, order, at(4))))
      .then(
        orderFact('tributary.order.hold-released.v1', {
          orderId,
          reason: 'csr',
          note: 'She called.',
          upTo: at(4),
          ...all,
        }),
      );
  });

  it('has one name: held twice for a reason, or released from what it is not held for, is refused', () => {
    given(...factsOf(capture(), toHold(1)))
      .when(said((order) => hold({ reason: 'fraud' }, order, at(2))))
      .thenRefused({ code: 'already-held', reason: 'It is held for fraud already.' })
      .when(said((order) => release({ reason: 'address' }, order, at(2))))
      .thenRefused({ code: 'not-held', reason: 'It is not held for address.' });
  });

  it('stands with the placing when its channel says so, or when it was told before', () => {
    const holds = [{ reason: 'gift-message', note: 'To be read first.' }];
    expect(factsOf(capture({ holds }))).toMatchObject([
      { type: 'tributary.order.placed.v2', data: { holds: [{ ...holds[0], since: at(0) }] } },
    ]);
    const [, placed, ...rest] = factsOf(toHold(1), capture());
    expect(placed).toMatchObject({ data: { holds: [{ reason: 'fraud', since: at(1) }] } });
    expect(rest.map(({ type }) => type)).not.toContain('tributary.order.held.v1');
  });

  it('has no effect where its release was told first', () => {
    const facts = factsOf(toRelease(2), toHold(1), capture());
    expect(facts.find(({ type }) => type === 'tributary.order.placed.v2')).not.toHaveProperty('data.holds');
    const order = orderOf(capture(), toRelease(2));
    isRecorded(order, toHold(1), 'released-since');
    isRecorded(order, toRelease(2, 'again'), 'already-released');
    isRecorded(orderOf(capture(), toHold(3)), toRelease(2), 'held-since');
    isRecorded(orderOf(capture(), toHold(3)), toHold(3, {}, 'again'), 'already-held');
  });

  it('that a person places counts, however far the clock of another system is ahead', () => {
    given(...factsOf(capture(), toRelease(30)))
      .when(said((order) => hold({ reason: 'fraud' }, order, at(5))))
      .then({ ...held(30), data: { ...held(30).data, since: '2026-03-02T12:30:00.001Z' } })
      .when(said((order) => release({ reason: 'fraud' }, order, at(6))))
      .then({ ...released(30, all), data: { ...released(30, all).data, upTo: '2026-03-02T12:30:00.001Z' } });
  });

  it('is not for ever new reasons: no sender fills an order with them', () => {
    const many = Array.from({ length: mostReasons }, (_, n) => toHold(1, { reason: `own-${n}` }, `${n}`));
    const order = orderOf(capture(), ...many);
    isRecorded(order, toHold(2), 'too-many-reasons');
    isRecorded(order, toRelease(2), 'too-many-reasons');
    expect(hold({ reason: 'fraud' }, order, at(3))).toMatchObject({ refusal: { code: 'too-many-reasons' } });
    expect(release({ reason: 'own-7' }, order, at(3))).toMatchObject({ accepted: true });
  });

  it('leaves what is reserved, waits for stock or is gone to itself when it is released', () => {
    const { state } = given(...factsOf(capture()), allocatedTo({ 'S1-leeds': { 1: 1 } }));
    const short = { decisionId: 'd', lines: [{ ...quantitiesOf({ 1: 1 })[0]!, reason: 'none' }] };
    const waiting = meetShortage(short, state as Captured).reduce(evolve, state);
    const after = receiveFact(toHold(1), waiting).reduce(evolve, waiting);
    expect(receiveFact(toRelease(2), after)).toEqual([released(2, { toSource: quantitiesOf({ 1: 1 }) })]);
  });

  it('sends nothing to be sourced where another system sources', () => {
    const elsewhere = { ...capture(), data: { ...capture().data, sourcing: 'elsewhere' as const } };
    given(...factsOf(elsewhere, toHold(1)))
      .when(told(toRelease(2)))
      .then(released(2));
  });
});

describe('A hold until the order is paid', () => {
  const unpaid: Partial<Hold> = { until: 'paid' };

  it('ends by the payment that covers its total', () => {
    given(...factsOf(capture(), toHold(1, unpaid), authorised(100)))
      .when((order) => receiveFact(authorised(200), order).slice(1))
      .then(released(1, { because: 'paid', ...all }));
  });

  it('ends at once where all is set aside, also by payments told before the order', () => {
    expect(isHeld(orderOf(authorised(300), toHold(1, unpaid), capture()))).toBe(false);
    expect(isHeld(orderOf(authorised(200), toHold(1, unpaid), capture()))).toBe(true);
  });
});

describe('A hold until the order is addressed', () => {
  it('ends by another address', () => {
    const change = toldOfOrder('tributary.order.change-requested.v1', {
      orderId,
      change: { kind: 'deliver-to', shipTo: { country: 'GB' } },
    });
    given(...factsOf(capture(), toHold(1, { until: 'addressed' })))
      .when((order) => receiveFact(change, order).slice(1))
      .then(released(1, { because: 'addressed', ...all }));
  });
});

describe('Holds and releases that systems tell', () => {
  const message = fc.oneof(
    fc.integer({ min: 1, max: 8 }).map((minute) => toHold(minute)),
    fc.integer({ min: 1, max: 8 }).map((minute) => toRelease(minute)),
  );
  const messages = fc.uniqueArray(message, { selector: ({ messageId }) => messageId, maxLength: 6 });
  const lastOf = (told: readonly Message[], kind: string) =>
    Math.max(
      0,
      ...told
        .filter(({ messageId }) => messageId.startsWith(kind))
        .map(({ messageId }) => Number(messageId.split(' ')[1])),
    );

  it('end the same in any order: what happened last counts, and a release in the same moment', () => {
    fc.assert(
      fc.property(messages, fc.nat({ max: 6 }), fc.infiniteStream(fc.nat()), (some, place, dice) => {
        const shuffled = some
          .map((one) => [dice.next().value as number, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        const order = orderOf(...shuffled.slice(0, place), capture(), ...shuffled.slice(place));
        const isIn = lastOf(some, 'hold') > lastOf(some, 'release');
        expect(reasonsOf(order)).toEqual(isIn ? ['fraud'] : []);
      }),
    );
  });

  it('send each unit to be sourced when nothing holds the order any more, and not before', () => {
    fc.assert(
      fc.property(messages, (some) => {
        let order: Order = orderOf(capture({ holds: [{ reason: 'csr' }] }));
        for (const one of some) {
          const events = receiveFact(one, order);
          order = events.reduce(evolve, order);
          expect(events.filter((event) => 'toSource' in event.data)).toEqual([]);
        }
        const freed = release({ reason: 'csr' }, order as Captured, at(9));
        const events = freed.accepted ? withResumed(freed.events, order) : [];
        const isFree = !isHeld(events.reduce(evolve, order) as Captured);
        expect(events.filter((event) => 'toSource' in event.data)).toHaveLength(isFree ? 1 : 0);
      }),
    );
  });
});
