import { type Fulfilment, type InboundInput, type InboundTypeName, orderStatusOf } from '@tributary/contracts';
import { fulfilmentOf, orderId, quantitiesOf, skuOf, toldOfOrder } from '@tributary/testing';
import fc from 'fast-check';
import { type Unsourced, loseAllocation, meetShortage, takeUpAllocation } from './allocate.ts';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from './order.ts';
import { type ReportedFact, receiveFact, resumeParked } from './receive-fact.ts';

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
    return [...events, ...resumeParked(events.reduce(evolve, order))];
  },
});
const heldAt = (id: string, fulfilments: Record<string, Units>): Arrival =>
  answered(id, (order) =>
    takeUpAllocation(
      {
        decisionId: id,
        attempt: 1,
        fulfilments: Object.entries(fulfilments).map(([name, lines]) => fulfilmentOf(name, lines) as Fulfilment),
      },
      order,
    ),
  );
const shortOf = (id: string, lines: Units): Arrival =>
  answered(id, (order) =>
    meetShortage({ decisionId: id, lines: quantitiesOf(lines).map((line) => ({ ...line, reason: 'none' })) as Unsourced['lines'] }, order),
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
  return { lines, captured, refunded, status: orderStatusOf(lines, rejected) };
};

interface Story {
  readonly messages: readonly Arrival[];
  /** Told again by a system that gives the repeat another id. */
  readonly repeats: readonly Arrival[];
  readonly answers: (event: OrderEvent) => readonly Arrival[];
}

type Generate = fc.GeneratorValue;

/** Takes units from the newest fulfilments, as a cancellation does. */
const withoutNewest = (held: Record<string, Units>, lineId: string, quantity: number): void => {
  let left = quantity;
  for (const lines of Object.values(held).toReversed()) {
    const taken = Math.min(left, lines[lineId] ?? 0);
    lines[lineId] = (lines[lineId] ?? 0) - taken;
    left -= taken;
  }
};

/**
 * A history that can be true: nobody ships, returns or refunds what cannot be there. Three things
 * stay as they are because they are no facts but decisions on what is known when they arrive, or
 * have no identity but their message's id:
 * - a line is cancelled in part or goes short, not both: a cancellation takes first what is held nowhere;
 * - shipments and hand-overs name their units: "all the rest" depends on what left before;
 * - a partial cancellation, short pick or hand-over is repeated only under its own message id.
 */
const storyOf = (g: Generate): Story => {
  const upTo = (max: number) => g(fc.integer, { min: 0, max });
  const ordered: Units = Object.fromEntries(['1', '2', '3'].slice(0, 1 + upTo(2)).map((id) => [id, 1 + upTo(5)]));
  const lineIds = Object.keys(ordered);
  const names = ['S1-leeds', 'S1-york', 'P1-hull'];
  const planned: Record<string, Units> = Object.fromEntries(names.map((name) => [name, {}]));
  const unsourced: Units = {};
  const reject = upTo(4) === 0;
  for (const id of lineIds) {
    let left = ordered[id]!;
    for (const name of reject ? [] : names) left -= planned[name]![id] = upTo(left);
    if (left > 0) unsourced[id] = left;
  }
  const held = structuredClone(planned);
  const messages: Arrival[] = [];
  const repeats: Arrival[] = [];
  const tell = <T extends InboundTypeName>(type: T, data: InboundInput<T>, name = type as string) => {
    messages.push(told(name, type, data));
    if (upTo(1)) repeats.push(told(`${name} again`, type, data));
  };
  const tellOnce = <T extends InboundTypeName>(type: T, data: InboundInput<T>, name: string) => {
    messages.push(told(name, type, data));
    if (upTo(1)) repeats.push(told(name, type, data));
  };

  const paid = [upTo(900), upTo(900)];
  tell('tributary.order.captured.v1', {
    channel: 'web',
    number: '100',
    currency: 'EUR',
    whenShort: reject ? 'reject' : 'backorder',
    lines: lineIds.map((lineId) => ({ lineId, sku: skuOf(lineId), quantity: ordered[lineId]!, unitPrice: '1.00' })),
    payments: [{ paymentId: 'P0', method: 'card', amount: paid[0]!, status: 'captured' }],
  });
  tell('tributary.payment.authorised.v1', { orderId, paymentId: 'P1', amount: paid[1]! });
  tell('tributary.payment.captured.v1', { orderId, paymentId: 'P1', amount: paid[1]! });

  const lost: Arrival[] = [];
  const replacements: Record<string, Units> = {};
  for (const [index, lineId] of lineIds.entries()) {
    const trouble = g(fc.constantFrom, 'none', 'cancelled', 'short', 'lost');
    const name = names[upTo(1)]!;
    const units = upTo(trouble === 'cancelled' ? ordered[lineId]! - (reject ? 1 : 0) : (held[name]![lineId] ?? 0));
    if (trouble === 'none' || units === 0) continue;
    if (trouble === 'cancelled') {
      tellOnce('tributary.order.cancel-requested.v1', { orderId, lines: [{ lineId, quantity: units }] }, `cancel ${index}`);
      withoutNewest(held, lineId, Math.max(0, units - (unsourced[lineId] ?? 0)));
      continue;
    }
    held[name]![lineId]! -= units;
    replacements[`S2-${lineId}`] = { [lineId]: units };
    if (trouble === 'lost') lost.push(broken(name, lineId, units));
    else {
      const lines = [{ lineId, quantity: units, reason: 'not-found' as const }];
      tellOnce('tributary.fulfilment.shorted.v1', { orderId, fulfilmentId: name, lines }, `short ${index}`);
    }
  }

  const gone: Units = {};
  for (const [fulfilmentId, lines] of Object.entries({ ...held, ...structuredClone(replacements) })) {
    tell('tributary.fulfilment.accepted.v1', { orderId, fulfilmentId }, `accept ${fulfilmentId}`);
    tell('tributary.fulfilment.packed.v1', { orderId, fulfilmentId }, `pack ${fulfilmentId}`);
    for (const parcel of ['A', 'B']) {
      const inside = lineIds.flatMap((lineId) => {
        const quantity = upTo(lines[lineId] ?? 0);
        lines[lineId] = (lines[lineId] ?? 0) - quantity;
        gone[lineId] = (gone[lineId] ?? 0) + quantity;
        return quantity > 0 ? [{ lineId, quantity }] : [];
      });
      if (inside.length === 0) continue;
      const shipmentId = `${fulfilmentId}-${parcel}`;
      if (fulfilmentId.startsWith('P')) tellOnce('tributary.pickup.handed-over.v1', { orderId, fulfilmentId, lines: inside }, shipmentId);
      else {
        tell('tributary.shipment.dispatched.v1', { orderId, fulfilmentId, shipmentId, lines: inside }, shipmentId);
        if (upTo(1)) tell('tributary.shipment.delivered.v1', { orderId, shipmentId }, `deliver ${shipmentId}`);
      }
    }
  }

  let money = paid[0]! + paid[1]!;
  const someMoney = () => {
    const some = upTo(money);
    money -= some;
    return some;
  };
  for (const lineId of lineIds) {
    const quantity = upTo(gone[lineId] ?? 0);
    if (quantity === 0) continue;
    const line = { ...(upTo(1) && { lineId }), sku: skuOf(lineId), quantity, refund: someMoney() };
    tell('tributary.return.received.v1', { returnId: `B${lineId}`, orderId, currency: 'EUR', lines: [line] }, `return ${lineId}`);
  }
  tell('tributary.refund.issued.v1', { orderId, refundId: 'R1', amount: someMoney() }, 'refund');

  const first = Object.fromEntries(Object.entries(planned).map(([name, lines]) => [name, some(lines)]));
  return { messages, repeats, answers: answersOf(first, unsourced, lost, replacements) };
};

const some = (lines: Units): Units => Object.fromEntries(Object.entries(lines).filter(([, units]) => units > 0));

/** Sourcing and inventory answer what the order records, as they do. */
const answersOf =
  (first: Record<string, Units>, unsourced: Units, lost: readonly Arrival[], replacements: Record<string, Units>) =>
  ({ type, data }: OrderEvent): readonly Arrival[] => {
    switch (type) {
      case 'tributary.order.placed.v2':
        return [heldAt('first', first), ...(Object.keys(unsourced).length > 0 ? [shortOf('short', unsourced)] : [])];
      case 'tributary.order.allocated.v1':
        return data.decisionId === 'first' ? lost : [];
      case 'tributary.order.allocation-lost.v1':
      case 'tributary.order.fulfilment-shorted.v1':
        return data.lines.map(({ lineId }) => heldAt(`second ${lineId}`, { [`S2-${lineId}`]: replacements[`S2-${lineId}`]! }));
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
        const asItArrived = deliverAll(story, [...story.messages, ...story.repeats], (count) => g(fc.nat, { max: count - 1 }));
        expect(endOf(asItArrived)).toEqual(endOf(asItHappened));
        const stillWaiting = asItArrived.parked.filter(({ messageType }) => !messageType.startsWith('tributary.fulfilment.'));
        expect(stillWaiting).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});
