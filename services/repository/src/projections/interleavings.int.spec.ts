import {
  type FactInput,
  type InboundInput,
  type InboundTypeName,
  type OrderFact,
  factTopics,
  facts,
  inboxTopic,
} from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import type { Collection, Projector } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import {
  type Delivery,
  type Keyed,
  allocatedTo,
  deliveriesOf,
  inbound,
  orderFact,
  placedWith,
  quantitiesOf,
} from '@tributary/testing';
import fc from 'fast-check';
import { repositoryProjectors } from '../repository.module.ts';

type Told = Keyed<RecordedEvent>;

interface Fact {
  readonly type: string;
  readonly data: object;
}

/** Few moments, so that many facts happen, and are recorded, in the same millisecond. */
const moment = fc.constantFrom('12:00:00.000', '12:00:30.000', '12:01:00.000');

const clocked = <T>(what: fc.Arbitrary<T>) => fc.record({ what, at: moment, recorded: moment });
type Clocked<T> = ReturnType<typeof clocked<T>> extends fc.Arbitrary<infer C> ? C : never;

/** The facts of one stream; its events are numbered from 1, and have ids that sort in no such order. */
const streamOf = (
  stream: string,
  topic: string,
  key: string,
  told: readonly Clocked<Fact>[],
): readonly Told[] =>
  told.map(({ what: { type, data }, at, recorded }, index) => ({
    topic,
    key,
    event: {
      id: `${(index * 7) % 10}-${stream}-${index + 1}`,
      type,
      data,
      time: `2026-03-02T${at}Z`,
      recordedTime: `2026-03-02T${recorded}Z`,
      metadata: { source: 'tributary/spec' },
      position: index + 1,
      stream,
      version: index + 1,
    },
  }));

const lines = quantitiesOf({ 1: 1 });
const parcel = { fulfilmentId: 'S1-leeds', location: 'leeds' };
const about = <T extends OrderFact['type']>(type: T, data: Omit<FactInput<'order', T>, 'orderId'>): Fact =>
  orderFact(type, { orderId: 'web.0', ...data } as never);

const laterFacts: readonly Fact[] = [
  allocatedTo({ 'S1-leeds': { 1: 1 } }),
  allocatedTo({ 'P2-york': { 2: 2 } }, 2),
  about('tributary.order.backordered.v1', { decisionId: 'd', lines, reason: 'none' }),
  about('tributary.order.shipped.v1', { ...parcel, shipmentId: 'parcel-1', lines }),
  about('tributary.order.tracked.v1', { shipmentId: 'parcel-1', status: 'seen' }),
  about('tributary.order.delivered.v1', { shipmentId: 'parcel-1', lines }),
  about('tributary.order.payment-captured.v1', { paymentId: 'P1', amount: 100 }),
  about('tributary.order.payment-voided.v1', { paymentId: 'P1' }),
  about('tributary.order.payment-expired.v1', { paymentId: 'P2' }),
  about('tributary.order.refunded.v1', { refundId: 'F1', amount: 30 }),
  about('tributary.order.refunded.v1', { refundId: 'F2', paymentId: 'P1', amount: 10 }),
  about('tributary.order.refund-requested.v1', {
    refunds: [{ refundId: 'F2', paymentId: 'P1', amount: 10 }],
    amount: 10,
    reason: 'late',
  }),
  about('tributary.order.refund-failed.v1', { refundId: 'F2' }),
  about('tributary.order.cancelled.v1', { lines: quantitiesOf({ 2: 1 }), release: [] }),
  about('tributary.order.returned.v1', {
    returnId: 'R9',
    lines: lines.map((line) => ({ ...line, disposition: 'restock' as const })),
    refund: 20,
  }),
  about('tributary.order.changed.v1', {
    lines: [{ ...lines[0]!, quantity: 3, unitPrice: '1.00', amount: 300, method: 'ship' }],
    cancelled: [],
    anew: [],
    toSource: quantitiesOf({ 1: 2 }),
    release: [],
    charges: [],
    prices: [],
    total: 500,
    difference: 200,
  }),
  about('tributary.order.return-authorised.v1', {
    returnId: 'R9',
    lines: lines.map((line) => ({ ...line, reason: 'faulty' })),
    worth: 100,
  }),
  about('tributary.order.return-called-off.v1', { returnId: 'R9' }),
  about('tributary.order.withdrawn.v1', {
    withdrawalId: 'W-1',
    declaredAt: '2026-03-02T12:00:00.000Z',
    lines,
    cancelled: [],
    returnId: 'R9',
    worth: 100,
  }),
  about('tributary.order.change-proposed.v1', {
    proposalId: 'CP-1',
    asked: { changes: [{ kind: 'note', note: 'Ring twice.' }] },
    because: [],
    difference: 0,
  }),
  about('tributary.order.proposal-closed.v1', { proposalId: 'CP-1', outcome: 'refused' }),
  about('tributary.order.held.v1', { reason: 'fraud', since: '2026-03-02T12:00:00.000Z' }),
  about('tributary.order.hold-released.v1', { reason: 'fraud', upTo: '2026-03-02T12:00:30.000Z' }),
  about('tributary.order.fact-resumed.v1', { messageId: 'm1', messageType: 'any' }),
];
const early = about('tributary.order.fact-parked.v1', {
  messageId: 'm1',
  messageType: 'tributary.refund.issued.v1',
  occurredAt: '2026-03-02T12:00:00.000Z',
  waitsFor: 'capture',
  data: {},
});
const decided = (attempt: number): Fact => ({
  type: 'tributary.sourcing.decided.v1',
  data: facts.sourcing['tributary.sourcing.decided.v1'].parse({
    orderId: 'web.0',
    request: {
      channel: 'web',
      whenShort: 'backorder',
      lines: lines.map((line) => ({ ...line, method: 'ship' })),
    },
    decisionId: `web.0/${attempt}`,
    attempt,
    cause: 'placed',
    ruleSet: { ruleSetId: 'default', version: 1 },
    outcome: 'planned',
    fulfilments: [{ ...parcel, method: 'ship', lines }],
    unsourced: [],
    cost: { currency: 'EUR', total: 10, packages: 5, units: 3, distance: 2 },
    candidates: [],
    excluded: [],
  }),
});
const settled: Fact = {
  type: 'tributary.sourcing.settled.v1',
  data: { decisionId: 'web.0/1', outcome: 'taken-up' },
};

const of = (fact: Fact, orderId: string, channel?: string): Fact => ({
  ...fact,
  data: { ...fact.data, orderId, ...(channel && { channel }) },
});

/** One order, by its own service and by sourcing. */
const anyOrder = (orderId: string): fc.Arbitrary<readonly (readonly Told[])[]> =>
  fc
    .record({
      channel: fc.constantFrom('web', 'pos', 'app'),
      parked: fc.array(clocked(fc.constant(early)), { maxLength: 1 }),
      placed: clocked(fc.constant<Fact>(placedWith({ 1: 3, 2: 2 }))),
      later: fc.array(clocked(fc.constantFrom(...laterFacts)), { maxLength: 7 }),
      decisions: fc.array(clocked(fc.constantFrom(decided(1), decided(2), settled)), { maxLength: 3 }),
    })
    .map(({ channel, parked, placed, later, decisions }) => {
      const own = [...parked, placed, ...later].map((each) => {
        const named = each === placed ? channel : undefined;
        return { ...each, what: of(each.what, orderId, named) };
      });
      const sourced = decisions.map((each) => ({ ...each, what: of(each.what, orderId) }));
      return [
        streamOf(`order-${orderId}`, factTopics.order, orderId, own),
        streamOf(`sourcing-${orderId}`, factTopics.sourcing, orderId, sourced),
      ];
    });

const anyReturn = (returnId: string): fc.Arbitrary<readonly (readonly Told[])[]> =>
  clocked(
    fc.constant<Fact>({
      type: 'tributary.return.unmatched.v1',
      data: facts.order['tributary.return.unmatched.v1'].parse({
        returnId, currency: 'EUR', refund: 500, charges: [],
        lines: [{ sku: 'MUG', quantity: 2, disposition: 'damaged', refund: 500 }],
      }),
    }),
  ).map((told) => [streamOf(`return-${returnId}`, factTopics.order, returnId, [told])]); // prettier-ignore

const anyFacts = fc
  .tuple(anyOrder('web.1'), anyOrder('web.2'), anyOrder('pos.3'), anyReturn('R1'), anyReturn('R2'))
  .map((parts) => parts.flat());

const referenceDatum = (
  kind: 'product' | 'customer' | 'linked' | 'unlinked',
  key: string,
  name: string,
): Fact => {
  const linking = { customerId: key, by: 'id', value: 'OLD', why: name } as const;
  const of = <T extends InboundTypeName>(type: T, data: InboundInput<T>): Fact => ({
    type,
    data: inbound(type, data),
  });
  switch (kind) {
    case 'product':
      return of('tributary.product.updated.v1', { sku: key, name });
    case 'customer':
      return of('tributary.customer.updated.v1', { id: key, name });
    case 'linked':
      return of('tributary.customer.linked.v1', linking);
    case 'unlinked':
      return of('tributary.customer.unlinked.v1', linking);
  }
};

/** Two sources tell of the same things; the log gives each telling a place of its own. */
const anyReferenceData: fc.Arbitrary<readonly (readonly Told[])[]> = fc
  .array(
    clocked(
      fc.record({
        source: fc.constantFrom('urn:pim', 'urn:erp'),
        key: fc.constantFrom('MUG', 'CUP'),
        kind: fc.constantFrom('product', 'customer', 'linked', 'unlinked'),
        name: fc.constantFrom('a', 'b', 'c'),
      }),
    ),
    { maxLength: 12 },
  )
  .map((told) => {
    const all = told.map(({ what: { source, key, kind, name }, ...times }, index) => {
      const what = referenceDatum(kind, key, name);
      const [one] = streamOf(`inbox-${source}`, inboxTopic, key, [{ what, ...times }]);
      return { ...one!, event: { ...one!.event, id: `${(index * 7) % 10}-${index}`, position: index + 1 } };
    });
    return [...Map.groupBy(all, ({ event }) => event.stream).values()];
  });

/** One stream, whatever order its moments are in. */
const anySegments: fc.Arbitrary<readonly (readonly Told[])[]> = fc
  .array(
    clocked(
      fc.constantFrom('a', 'b', 'c').map((name) => ({
        type: 'tributary.segment.defined.v1',
        data: facts.order['tributary.segment.defined.v1'].parse({
          segments: [{ segmentId: 's', name, conditions: [{ is: 'orders', from: 1 }] }],
        }),
      })),
    ),
    { maxLength: 8 },
  )
  .map((told) => [streamOf('segments', factTopics.order, 'segments', told)]);

const anyTimelinePolicies: fc.Arbitrary<readonly (readonly Told[])[]> = fc
  .array(
    clocked(
      fc.constantFrom('a', 'b', 'c').map((ruleId) => ({
        type: 'tributary.timeline.policy-set.v1',
        data: facts.order['tributary.timeline.policy-set.v1'].parse({
          rules: [{ ruleId, types: ['tributary.order.tracked.v1'], why: 'Nobody asks.' }],
        }),
      })),
    ),
    { maxLength: 8 },
  )
  .map((told) => [streamOf('timeline-policy', factTopics.order, 'timeline-policy', told)]);

const anyChances = fc.record({
  turns: fc.array(fc.nat({ max: 20 }), { maxLength: 60, size: 'max' }),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
  partitions: fc.integer({ min: 1, max: 3 }),
  /** Which batches come once more, to a process that has started again; and from how far back. */
  repeats: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 7 }),
});

const groups = [
  'repository-orders',
  'repository-reference-data',
  'repository-segments',
  'repository-timeline-policy',
] as const;

const started = async (store: ReturnType<typeof openSqliteReadStore>, index: number): Promise<Projector> => {
  const projector = repositoryProjectors(store)[index]!;
  await projector.start({ subscribe: () => Promise.resolve() });
  return projector;
};

/**
 * Every document that the group wrote, byte for byte. After a restart old batches come again as they
 * were; what the newest of a partition held comes again before what follows, or before nothing of it.
 */
const documentsAfter = async (
  index: number,
  deliveries: readonly Delivery<RecordedEvent>[],
  repeats: readonly number[] = [0],
): Promise<Record<string, string>> => {
  const store = openSqliteReadStore(':memory:');
  let projector = await started(store, index);
  const newest = new Map<string, Delivery<RecordedEvent>>();
  const carried = new Map<string, Delivery<RecordedEvent>>();
  for (const [at, delivery] of deliveries.entries()) {
    const { messages, through } = delivery;
    const before = carried.get(through.partition)?.messages ?? [];
    await projector.apply([...before, ...messages], through);
    carried.delete(through.partition);
    newest.set(through.partition, delivery);
    const back = repeats[at % repeats.length]!;
    if (back === 0) continue;
    projector = await started(store, index);
    for (const again of deliveries.slice(Math.max(0, at + 1 - back), at + 1)) {
      if (newest.get(again.through.partition) === again) carried.set(again.through.partition, again);
      else await projector.apply(again.messages, again.through);
    }
  }
  for (const { messages, through } of carried.values())
    await projector.apply(messages, { ...through, offset: through.offset + 1 });
  const documents: Record<string, string> = {};
  for (const collection of projector.collections as readonly Collection[])
    for await (const { id, json } of store.scan(collection)) documents[`${collection.name} ${id}`] = json;
  await store.close();
  return documents;
};

describe.each([
  [
    groups[0],
    0,
    anyFacts,
    [
      'order_list',
      'orders',
      'throughput',
      'timelines',
      'trading_days',
      'unmatched_returns',
      'waiting_messages',
    ],
  ],
  [groups[1], 1, anyReferenceData, ['customer_links', 'customers', 'products']],
  [groups[2], 2, anySegments, ['segment_definitions']],
  [groups[3], 3, anyTimelinePolicies, ['timeline_policy']],
] as const)('The read models of %s', (_, index, streams, collections) => {
  it('are the same bytes however streams interleave, are cut into batches and come again', async () => {
    const written = new Set<string>();
    const property = fc.asyncProperty(streams, anyChances, async (told, { partitions, repeats, ...how }) => {
      const plain = deliveriesOf(told, partitions, { turns: [], sizes: [1_000] });
      const expected = await documentsAfter(index, plain);
      for (const name of Object.keys(expected)) written.add(name.split(' ')[0]!.split('.')[1]!);
      expect(await documentsAfter(index, deliveriesOf(told, partitions, how), repeats)).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 100 });
    // All that the group fills, so that none is left out of this.
    const store = openSqliteReadStore(':memory:');
    const filled = (await started(store, index)).collections.map(({ name }) => name.split('.')[1]!);
    await store.close();
    expect([[...written].sort(), filled.toSorted()]).toEqual([collections, collections]);
  });
});
