import fc from 'fast-check';
import { type Asked, mostNodes, traceOf } from './graph.ts';
import { type TracedEvent, byRecording } from './links.ts';
import { namedBy } from './named.ts';

const orderId = 'web.1';
let position = 0;
beforeEach(() => {
  position = 0;
});

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 12, 0, second)).toISOString();

/** Recorded after those before it. */
const recorded = (
  stream: string,
  type: string,
  { id = type, cause, data = {} }: { id?: string; cause?: string; data?: object } = {},
): TracedEvent => {
  position += 1;
  return {
    log: 0,
    position,
    stream,
    version: position,
    id,
    type: `tributary.${type}`,
    time: at(position),
    recordedTime: at(position),
    data,
    metadata: {
      source: stream.startsWith('gateway/') ? 'urn:shop' : 'tributary/order',
      actor: 'ann',
      ...(cause && { causationId: cause }),
    },
  };
};
const message = (type: string, data: object, id?: string) =>
  recorded('gateway/inbox-urn:shop', type, { data, ...(id && { id }) });
const fact = (type: string, cause: string, data: object = {}) =>
  recorded(`order/order-${orderId}`, type, { cause, data: { orderId, ...data } });
const decision = (type: string, id: string, cause: string) =>
  recorded(`sourcing/sourcing-${orderId}`, type, { id, cause, data: { orderId } });

/** A shop’s order that a store could not pick: decided again, and what is not there is paid back. */
const story = (): readonly TracedEvent[] => [
  message('order.captured.v1', { channel: 'web', number: '1' }),
  fact('order.placed.v2', 'order.captured.v1'),
  decision('sourcing.decided.v1', 'first decision', 'order.placed.v2'),
  recorded('inventory/stock-MUG@leeds', 'inventory.reserved.v1', {
    cause: 'first decision',
    data: { orderId, sku: 'MUG', location: 'leeds' },
  }),
  fact('order.allocated.v1', 'inventory.reserved.v1', { fulfilments: [{ fulfilmentId: 'F1' }] }),
  message('fulfilment.shorted.v1', { orderId, fulfilmentId: 'F1' }),
  fact('order.fulfilment-shorted.v1', 'fulfilment.shorted.v1', { fulfilmentId: 'F1' }),
  decision('sourcing.decided.v1', 'second decision', 'order.fulfilment-shorted.v1'),
  fact('order.refund-requested.v1', 'a command', { refunds: [{ refundId: 'R1' }] }),
  message('payment.refund-issued.v1', { orderId, refundId: 'R1' }),
  fact('order.refunded.v1', 'payment.refund-issued.v1', { refundId: 'R1' }),
];

const edgesOf = (events: readonly TracedEvent[], asked: Asked) =>
  traceOf(events, asked).edges.map(({ from, to, how }) => `${from} ${how} ${to}`);

describe('A trace', () => {
  it('goes from the first cause over all systems to all that followed, whatever event it is asked by', () => {
    const events = story();
    const edges = [
      'order.captured.v1 caused order.placed.v2',
      'order.placed.v2 caused first decision',
      'first decision caused inventory.reserved.v1',
      'inventory.reserved.v1 caused order.allocated.v1',
      'order.allocated.v1 followed fulfilment.shorted.v1',
      'fulfilment.shorted.v1 caused order.fulfilment-shorted.v1',
      'order.fulfilment-shorted.v1 caused second decision',
      'order.placed.v2 followed a command',
      'a command caused order.refund-requested.v1',
      'order.refund-requested.v1 followed payment.refund-issued.v1',
      'payment.refund-issued.v1 caused order.refunded.v1',
    ];
    for (const eventId of ['order.captured.v1', 'second decision', 'order.refunded.v1'])
      expect(edgesOf(events, { eventId })).toEqual(edges);
    expect(edgesOf(events, { orderId })).toEqual(edges);
  });

  it('says of each what happened, where, by whom and about what, and nothing else of its data', () => {
    const [captured, placed, , reserved] = traceOf(
      story().map((event) => ({ ...event, data: { ...(event.data as object), note: 'Ring twice.' } })),
      { orderId },
    ).nodes;
    expect(captured).toStrictEqual({
      id: 'order.captured.v1',
      kind: 'message',
      type: 'tributary.order.captured.v1',
      summary: 'A channel took an order',
      system: 'outside',
      source: 'urn:shop',
      actor: 'ann',
      at: at(1),
      recordedAt: at(1),
      about: { orderId },
    });
    expect(placed).toMatchObject({ kind: 'fact', system: 'order', summary: 'An order was placed' });
    expect(reserved).toMatchObject({
      system: 'inventory',
      about: { orderId, sku: 'MUG', location: 'leeds' },
    });
  });

  it('tells whom a message names from who handed it in, where that is somebody else', () => {
    const captured = message('order.captured.v1', { channel: 'web', number: '1' });
    const nodeOf = (submittedBy: string) =>
      traceOf([{ ...captured, metadata: { ...captured.metadata, submittedBy } }], { eventId: captured.id })
        .nodes[0];
    expect(nodeOf('integrator:1')).toMatchObject({ actor: 'ann', submittedBy: 'integrator:1' });
    expect(nodeOf('ann')).not.toHaveProperty('submittedBy');
  });

  it('shows a command by what it led to, since nothing else of it is recorded', () => {
    const { nodes } = traceOf(story(), { orderId });
    expect(nodes.find(({ id }) => id === 'a command')).toStrictEqual({
      id: 'a command',
      kind: 'command',
      summary: 'Somebody asked for it',
      system: 'people',
      source: 'tributary/order',
      actor: 'ann',
      at: at(9),
      recordedAt: at(9),
      about: { orderId },
    });
  });

  it('leaves out what other orders are told by the same cause, where one order is asked for', () => {
    const counted = message('stock.counted.v1', { sku: 'MUG', location: 'leeds' });
    const broken = (order: string) =>
      recorded('inventory/stock-MUG@leeds', 'inventory.reservation-broken.v1', {
        id: `broken ${order}`,
        cause: counted.id,
        data: { orderId: order, sku: 'MUG', location: 'leeds' },
      });
    const adjusted = (order: string) =>
      recorded('inventory/stock-MUG@leeds', 'inventory.adjusted.v1', {
        id: `adjusted ${order}`,
        cause: `broken ${order}`,
        data: { sku: 'MUG', location: 'leeds' },
      });
    const events = [counted, ...['web.1', 'web.2'].flatMap((order) => [broken(order), adjusted(order)])];
    expect(edgesOf(events, { orderId })).toEqual([
      'stock.counted.v1 caused broken web.1',
      'broken web.1 caused adjusted web.1',
    ]);
    expect(edgesOf(events, { eventId: counted.id })).toHaveLength(4);
  });

  it('goes on from a message in quarantine with what it was taken in as', () => {
    const quarantined = recorded('gateway/quarantine-q', 'message.quarantined.v1', { id: 'q' });
    const accepted = message('order.captured.v1', { channel: 'web', number: '1' }, 'm');
    const released = recorded('gateway/quarantine-q', 'message.released.v1', {
      cause: 'q',
      data: { messageId: 'q', acceptedAs: 'm' },
    });
    expect(edgesOf([quarantined, accepted, released], { eventId: 'q' })).toEqual([
      'q caused m',
      'q caused message.released.v1',
    ]);
  });

  it('tells 500 at most, keeps what leads to the event it was asked by, and says that there is more', () => {
    const [captured, placed] = story();
    const tracked = Array.from({ length: 600 }, (_, index) =>
      recorded(`order/order-${orderId}`, 'order.tracked.v1', {
        id: `tracked ${index}`,
        cause: placed!.id,
        data: { orderId },
      }),
    );
    const trace = traceOf([captured!, placed!, ...tracked], { eventId: 'tracked 599' });
    expect([trace.nodes.length, trace.edges.length, trace.more]).toEqual([mostNodes, mostNodes - 1, true]);
    expect(trace.nodes.at(-1)!.id).toBe('tracked 599');
  });

  it('has each thing once, reached from where it begins by causes that were recorded no later, whatever is recorded', () => {
    const one = fc.record({
      stream: fc.constantFrom(
        'order/order-web.1',
        'order/order-web.2',
        'sourcing/sourcing-web.1',
        'gateway/inbox',
      ),
      type: fc.constantFrom(
        'order.placed.v2',
        'order.shipped.v1',
        'order.captured.v1',
        'message.released.v1',
      ),
      cause: fc.option(fc.nat(30)),
      part: fc.nat(3),
      log: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), fc.nat(24), (drawn, of) => {
        const events = drawn.map(({ stream, type, cause, part, log }, index): TracedEvent => ({
          ...recorded(stream, type, {
            id: `${index}`,
            ...(cause !== null && { cause: `${cause}` }),
            data: {
              orderId: `web.${part}`,
              paymentId: `P${part}`,
              messageId: `${cause}`,
              acceptedAs: `${part}`,
            },
          }),
          log,
        }));
        const known = new Map(events.map((event) => [event.id, event]));
        for (const asked of [{ eventId: `${of % (events.length || 1)}` }, { orderId }]) {
          const { nodes, edges } = traceOf(events, asked);
          const ids = nodes.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(edges.map(({ to }) => to)).size).toBe(edges.length);
          for (const { from, to } of edges) {
            expect(ids.indexOf(from)).toBeGreaterThanOrEqual(0);
            const [cause, consequence] = [known.get(from), known.get(to)];
            if (cause && consequence && cause.log === consequence.log)
              expect(byRecording(cause, consequence)).toBeLessThan(0);
            // Causes stand first, so that whoever reads on has met them: there are no circles.
            expect(ids.indexOf(from)).toBeLessThan(ids.indexOf(to));
          }
        }
      }),
    );
  });
});

describe('What an event names', () => {
  it('is found wherever it stands, a SKU with the location around it', () => {
    const named = namedBy({
      orderId,
      fulfilments: [{ fulfilmentId: 'F1', location: 'leeds', lines: [{ lineId: '1', sku: 'MUG' }] }],
      release: [{ sku: 'POT', location: 'york' }],
      lines: [{ sku: 'TEA' }],
    });
    expect(named).toEqual({
      orders: [orderId],
      returns: [],
      skus: ['MUG', 'POT', 'TEA'],
      places: [
        { sku: 'MUG', location: 'leeds' },
        { sku: 'POT', location: 'york' },
      ],
      parts: new Set(['fulfilmentId:F1']),
    });
  });

  it('is both ends of a move, the order of a channel and its number, and nothing of what is no object', () => {
    expect(namedBy({ sku: 'MUG', from: 'leeds', to: 'york' }).places).toHaveLength(2);
    expect(namedBy({ channel: 'web', number: '1' }).orders).toEqual([orderId]);
    expect(namedBy('orderId').orders).toEqual([]);
  });
});
