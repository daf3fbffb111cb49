import { type InboundInput, type InboundTypeName, orderStatusOf } from '@tributary/contracts';
import { fulfilmentOf, orderId, quantitiesOf, skuOf, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { loseAllocation, meetShortage, takeUpAllocation } from './allocation/allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { type ReportedFact, receiveFact, withResumed } from './receive-fact.ts';
import { waitingFacts } from './waiting.ts';

type Units = Record<string, number>;

/** Something that reaches the order: a told message, or what sourcing and inventory answer. Its id is how the store knows a repeat. */
interface Arrival {
  readonly id: string;
  readonly decide: (order: Order) => OrderEvent[];
}

const told = <T extends InboundTypeName>(id: string, type: T, data: InboundInput<T>): Arrival => {
  const fact = toldOfOrder(type, data, { messageId: id }) as ReportedFact;
  return { id, decide: (order) => receiveFact(fact, order) };
};
const answered = (id: string, decide: (order: Captured) => OrderEvent[]): Arrival => ({
  id,
  decide: (order) => {
    const events = order.stage === 'captured' ? decide(order) : [];
    return withResumed(events, order);
  },
});
const heldAt = (id: string, fulfilments: Record<string, Units>): Arrival =>
  answered(id, (order) =>
    takeUpAllocation(
      {
        decisionId: id,
        attempt: 1,
        fulfilments: Object.entries(fulfilments).map(([name, lines]) => fulfilmentOf(name, lines)),
      },
      order,
    ),
  );
const shortOf = (id: string, lines: Units): Arrival =>
  answered(id, (order) =>
    meetShortage(
      { decisionId: id, lines: quantitiesOf(lines).map((line) => ({ ...line, reason: 'none' })) },
      order,
    ),
  );
const broken = (fulfilmentId: string, lineId: string, quantity: number): Arrival =>
  answered(`broken ${fulfilmentId}/${lineId}`, (order) =>
    loseAllocation({ fulfilmentId, lineId, quantity, reason: 'sold' }, order),
  );

/** Delivers everything, and what is answered meanwhile, in the order `next` chooses from what has not arrived yet. */
const deliverAll = (story: Story, arrivals: readonly Arrival[], next: (count: number) => number): Order => {
  const waiting = [...arrivals];
  const seen = new Set<string>();
  let order: Order = notCaptured;
  while (waiting.length > 0) {
    const [arrival] = waiting.splice(next(waiting.length), 1);
    if (seen.has(arrival!.id)) continue;
    seen.add(arrival!.id);
    for (const event of arrival!.decide(order)) {
      order = evolve(order, event);
      waiting.unshift(...story.answers(event));
    }
  }
  return order;
};

const endOf = (order: Order) => {
  if (order.stage !== 'captured') return order.stage;
  const { lines, captured, refunded, rejected } = order;
  return { lines, captured, refunded, status: orderStatusOf(lines, { rejected }) };
};

interface Story {
  readonly messages: readonly Arrival[];
  /** Told again by a system that gives the repeat another id. */
  readonly repeats: readonly Arrival[];
  readonly answers: (event: OrderEvent) => readonly Arrival[];
}

/** Takes units from the newest fulfilments, as a cancellation does. */
const withoutNewest = (held: Record<string, Units>, lineId: string, quantity: number): void => {
  let left = quantity;
  for (const lines of Object.values(held).toReversed()) {
    const taken = Math.min(left, lines[lineId] ?? 0);
    lines[lineId] = (lines[lineId] ?? 0) - taken;
    left -= taken;
  }
};

/** A story while it is made up: dice, and what has been told so far. */
const storyteller = (g: fc.GeneratorValue) => {
  const messages: Arrival[] = [];
  const repeats: Arrival[] = [];
  const upTo = (max: number) => g(fc.integer, { min: 0, max });
  const telling =
    (again: string) =>
    <T extends InboundTypeName>(type: T, data: InboundInput<T>, name = type as string) => {
      messages.push(told(name, type, data));
      if (upTo(1)) repeats.push(told(`${name}${again}`, type, data));
    };
  const pick = (...from: string[]) => from[upTo(from.length - 1)]!;
  return { messages, repeats, upTo, pick, tell: telling(' again'), tellOnce: telling('') };
};
type Teller = ReturnType<typeof storyteller>;

interface Plan {
  readonly reject: boolean;
  readonly ordered: Units;
  readonly planned: Readonly<Record<string, Units>>;
  readonly unsourced: Units;
}

const somePlan = ({ upTo }: Teller): Plan => {
  const ordered = Object.fromEntries(['1', '2', '3'].slice(0, 1 + upTo(2)).map((id) => [id, 1 + upTo(5)]));
  const planned: Record<string, Units> = { 'S1-leeds': {}, 'S1-york': {}, 'P1-hull': {} };
  const unsourced: Units = {};
  const reject = upTo(4) === 0;
  for (const [id, units] of Object.entries(ordered)) {
    let left = units;
    for (const lines of reject ? [] : Object.values(planned)) left -= lines[id] = upTo(left);
    if (left > 0) unsourced[id] = left;
  }
  return { reject, ordered, planned, unsourced };
};

/** @returns minor units captured in all */
const place = ({ upTo, tell }: Teller, { ordered, reject }: Plan): number => {
  const [first, second] = [upTo(900), upTo(900)];
  tell('tributary.order.captured.v1', {
    channel: 'web',
    number: '100',
    currency: 'EUR',
    whenShort: reject ? 'reject' : 'backorder',
    lines: Object.entries(ordered).map(([lineId, quantity]) => ({
      lineId,
      sku: skuOf(lineId),
      quantity,
      unitPrice: '1.00',
    })),
    payments: [{ paymentId: 'P0', method: 'card', amount: first, status: 'captured' }],
  });
  tell('tributary.payment.authorised.v1', { orderId, paymentId: 'P1', amount: second });
  tell('tributary.payment.captured.v1', { orderId, paymentId: 'P1', amount: second });
  return first + second;
};

/** Some lines are cancelled in part, run short or lose their goods. What is held shrinks; what went missing comes from elsewhere. */
const someTrouble = (
  { upTo, pick, tellOnce }: Teller,
  { ordered, unsourced, reject }: Plan,
  held: Record<string, Units>,
) => {
  const lost: Arrival[] = [];
  const replacements: Record<string, Units> = {};
  for (const [lineId, units] of Object.entries(ordered)) {
    const trouble = pick('none', 'cancelled', 'short', 'lost');
    const name = pick('S1-leeds', 'S1-york');
    const quantity = upTo(trouble === 'cancelled' ? units - (reject ? 1 : 0) : (held[name]![lineId] ?? 0));
    if (trouble === 'none' || quantity === 0) continue;
    if (trouble === 'cancelled') {
      tellOnce(
        'tributary.order.cancel-requested.v1',
        { orderId, lines: [{ lineId, quantity }] },
        `cancel ${lineId}`,
      );
      withoutNewest(held, lineId, Math.max(0, quantity - (unsourced[lineId] ?? 0)));
      continue;
    }
    held[name]![lineId]! -= quantity;
    replacements[`S2-${lineId}`] = { [lineId]: quantity };
    if (trouble === 'lost') lost.push(broken(name, lineId, quantity));
    else {
      const lines = [{ lineId, quantity, reason: 'not-found' as const }];
      tellOnce('tributary.fulfilment.shorted.v1', { orderId, fulfilmentId: name, lines }, `short ${lineId}`);
    }
  }
  return { lost, replacements };
};

/** Each fulfilment is worked on, and some of what it holds leaves in up to two parcels. */
const someParcels = ({ upTo, tell, tellOnce }: Teller, held: Readonly<Record<string, Units>>): Units => {
  const gone: Units = {};
  for (const [fulfilmentId, lines] of Object.entries(held)) {
    tell('tributary.fulfilment.accepted.v1', { orderId, fulfilmentId }, `accept ${fulfilmentId}`);
    tell('tributary.fulfilment.packed.v1', { orderId, fulfilmentId }, `pack ${fulfilmentId}`);
    const left = { ...lines };
    for (const shipmentId of [`${fulfilmentId}-A`, `${fulfilmentId}-B`]) {
      const inside = Object.keys(left)
        .map((lineId) => ({ lineId, quantity: upTo(left[lineId]!) }))
        .filter(({ quantity }) => quantity > 0);
      for (const { lineId, quantity } of inside) {
        left[lineId]! -= quantity;
        gone[lineId] = (gone[lineId] ?? 0) + quantity;
      }
      if (inside.length === 0) continue;
      if (fulfilmentId.startsWith('P')) {
        tellOnce('tributary.pickup.handed-over.v1', { orderId, fulfilmentId, lines: inside }, shipmentId);
        continue;
      }
      tell(
        'tributary.shipment.dispatched.v1',
        { orderId, fulfilmentId, shipmentId, lines: inside },
        shipmentId,
      );
      if (upTo(1)) tell('tributary.shipment.delivered.v1', { orderId, shipmentId }, `deliver ${shipmentId}`);
    }
  }
  return gone;
};

/** Another system sends some of what is held nowhere here and was not cancelled. */
const someSentElsewhere = (
  { messages, upTo, tell, tellOnce }: Teller,
  { unsourced, reject }: Plan,
): Units => {
  const gone: Units = {};
  const isCancelled = (lineId: string) => messages.some(({ id }) => id === `cancel ${lineId}`);
  const wms = { orderId, fulfilmentId: 'WMS-7' };
  const inside = Object.keys(unsourced)
    .filter((lineId) => !isCancelled(lineId))
    .map((lineId) => ({ lineId, quantity: upTo(unsourced[lineId]!) }))
    .filter(({ quantity }) => quantity > 0);
  if (reject || inside.length === 0) return gone;
  for (const { lineId, quantity } of inside) gone[lineId] = quantity;
  tell('tributary.fulfilment.accepted.v1', { ...wms, location: 'hull' });
  tellOnce('tributary.fulfilment.picked.v1', { ...wms, lines: inside });
  tell('tributary.shipment.dispatched.v1', { ...wms, shipmentId: 'W', location: 'hull', lines: inside });
  tell('tributary.shipment.delivered.v1', { orderId, shipmentId: 'W' }, 'deliver W');
  return gone;
};

const added = (one: Units, other: Units): Units =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((id) => [
      id,
      (one[id] ?? 0) + (other[id] ?? 0),
    ]),
  );

const someReturns = ({ upTo, tell }: Teller, gone: Units, paid: number): void => {
  let money = paid;
  for (const [lineId, units] of Object.entries(gone)) {
    const quantity = upTo(units);
    if (quantity === 0) continue;
    const refund = upTo(money);
    money -= refund;
    const line = { ...(upTo(1) && { lineId }), sku: skuOf(lineId), quantity, refund };
    tell(
      'tributary.return.received.v1',
      { returnId: `B${lineId}`, orderId, currency: 'EUR', lines: [line] },
      `return ${lineId}`,
    );
  }
  tell('tributary.refund.issued.v1', { orderId, refundId: 'R1', amount: upTo(money) });
};

/**
 * A history that can be true: nobody ships, returns or refunds what cannot be there. Three things
 * stay as they are because they are no facts but decisions on what is known when they arrive, or
 * have no identity but their message's id:
 * - a line is cancelled in part or goes short, not both: a cancellation takes first what is held nowhere;
 * - shipments and hand-overs name their units: "all the rest" depends on what left before;
 * - a partial cancellation, short pick or hand-over is repeated only under its own message id.
 */
const storyOf = (g: fc.GeneratorValue): Story => {
  const teller = storyteller(g);
  const plan = somePlan(teller);
  const paid = place(teller, plan);
  const held = structuredClone(plan.planned);
  const { lost, replacements } = someTrouble(teller, plan, held);
  const sent = someSentElsewhere(teller, plan);
  const gone = added(someParcels(teller, { ...held, ...replacements }), sent);
  someReturns(teller, gone, paid);
  const first = Object.fromEntries(Object.entries(plan.planned).map(([name, lines]) => [name, some(lines)]));
  const { messages, repeats } = teller;
  return { messages, repeats, answers: answersOf(first, plan.unsourced, lost, replacements) };
};

const some = (lines: Units): Units =>
  Object.fromEntries(Object.entries(lines).filter(([, units]) => units > 0));

/** Sourcing and inventory answer what the order records, as they do. */
const answersOf =
  (
    first: Record<string, Units>,
    unsourced: Units,
    lost: readonly Arrival[],
    replacements: Record<string, Units>,
  ) =>
  ({ type, data }: OrderEvent): readonly Arrival[] => {
    switch (type) {
      case 'tributary.order.placed.v2':
        return [
          heldAt('first', first),
          ...(Object.keys(unsourced).length > 0 ? [shortOf('short', unsourced)] : []),
        ];
      case 'tributary.order.allocated.v1':
        return data.decisionId === 'first' ? lost : [];
      case 'tributary.order.allocation-lost.v1':
      case 'tributary.order.fulfilment-shorted.v1':
        return data.lines.map(({ lineId }) =>
          heldAt(`second ${lineId}`, { [`S2-${lineId}`]: replacements[`S2-${lineId}`]! }),
        );
      default:
        return [];
    }
  };

describe('The facts about one order', () => {
  it('nothing-lost, monotonic: in any order of arrival and told twice, they end in the same lines, money and status', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const story = storyOf(g);
        const asItHappened = deliverAll(story, story.messages, () => 0);
        const asItArrived = deliverAll(story, [...story.messages, ...story.repeats], (count) =>
          g(fc.nat, { max: count - 1 }),
        );
        expect(endOf(asItArrived)).toEqual(endOf(asItHappened));
        const stillWaiting = waitingFacts(asItArrived).filter(
          ({ messageType }) => !messageType.startsWith('tributary.fulfilment.'),
        );
        expect(stillWaiting).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});
