import { randomUUID } from 'node:crypto';
import {
  type InventoryFact,
  type OrderFact,
  OrderPlaced,
  type SourcingDecided,
  type SourcingInquiry,
} from '@tributary/contracts';
import { type Cause, StoreUnavailable } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { inbound, orderFact, placedWith } from '@tributary/testing';
import { BackorderQueues } from './backorder-queues.ts';
import { Backorders } from './backorders.ts';
import type { Ledger } from './known-stock.ts';
import { Networks } from './networks.ts';
import { Sourcings } from './sourcings.ts';

const at = (time: string, id: string = randomUUID()): Cause => ({
  id,
  recordedTime: '2026-03-05T12:00:00.000Z',
  time,
  metadata: { source: 'tributary/sourcing', causationId: id },
});
const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((day) => `${day}T12:00:00.000Z`);
const now = () => at('2026-03-05T12:00:00.000Z');
const sku = 'MUG';
const place = { partition: 'log', offset: 7 };
const rise = (location: string, delta: number) =>
  ({ type: 'tributary.inventory.received.v1', data: { sku, location, delta } }) as InventoryFact;

type Backordered = Extract<OrderFact, { type: 'tributary.order.backordered.v1' }>;
type Allocated = Extract<OrderFact, { type: 'tributary.order.allocated.v1' }>;

describe('Orders that wait for stock', () => {
  let [log, networks, queues, sourcings, backorders] = [] as unknown as [
    SqliteEventLog,
    Networks,
    BackorderQueues,
    Sourcings,
    Backorders,
  ];
  let levels: Record<string, number>;
  let known: boolean;
  let missed: string[];
  beforeEach(async () => {
    levels = {};
    known = true;
    missed = [];
    log = openSqliteEventLog(':memory:');
    ({ networks, queues, sourcings, backorders } = started(() => levels));
    for (const name of ['leeds', 'york']) await define(name);
  });
  afterEach(() => log.close());

  /** A process that knows these levels, and others once it has read all that is published. */
  const started = (units: () => typeof levels, refresh = () => Promise.resolve()) => {
    const store = { ...log.forService('sourcing'), features: { oneWriter: false } };
    const stock = {
      of: (one: string) => ({
        sku: one,
        locations: Object.fromEntries(
          Object.entries(units()).map(([name, onHand]) => [name, { onHand, reserved: 0 }]),
        ),
      }),
      caughtUp: () => Promise.resolve(),
      knows: () => known,
      refresh,
    };
    const missing = {
      isMissing: ({ sku: one, location }: Ledger) => void missed.push(`${one} at ${location}`),
      isKnown: () => void (missed = []),
    };
    const ofStore = { networks: new Networks(store), queues: new BackorderQueues(store) };
    const own = new Sourcings(store, ofStore.networks, stock, ofStore.queues);
    return { ...ofStore, sourcings: own, backorders: new Backorders(ofStore.queues, own, stock, missing) };
  };
  const define = (locationId: string, active = true) =>
    networks.define(
      now(),
      inbound('tributary.location.updated.v1', {
        locationId,
        name: locationId,
        kind: 'store',
        address: { country: 'GB' },
        capabilities: ['ship'],
        active,
      }),
    );
  const placed = (number: number, quantity: number) =>
    OrderPlaced.parse({ ...placedWith({ 1: quantity }, { sku: () => sku }).data, orderId: `web.${number}` });
  /** Placed on one of the days; what no location has is backordered. */
  const order = async (number: number, quantity: number, day: string): Promise<Backordered | undefined> => {
    await sourcings.first(at(day), placed(number, quantity));
    return backordered(number);
  };
  /** What the last decision for it found nowhere. */
  const backordered = async (number: number): Promise<Backordered | undefined> => {
    const { orderId, decisionId, unsourced: lines } = (await decisionsOf(number)).at(-1)!;
    if (lines.length === 0) return undefined;
    return orderFact('tributary.order.backordered.v1', { orderId, decisionId, lines, reason: 'none' });
  };
  /** The order does not want what leeds was asked for, but waits on. */
  const declined = ({ orderId, lines }: Backordered['data']) =>
    orderFact('tributary.order.allocation-declined.v1', {
      orderId,
      decisionId: `${orderId}/2`,
      reason: 'no longer wanted',
      release: lines.map((line) => ({ ...line, fulfilmentId: 'S2-leeds', location: 'leeds' })),
    }).data;
  const waiting = async (number: number, quantity: number, day: string): Promise<Backordered> => {
    const fact = (await order(number, quantity, day))!;
    await backorders.queue(now(), fact.data);
    return fact;
  };
  const decisionsOf = async (number: number): Promise<readonly SourcingDecided[]> =>
    (await sourcings.decisionsOf(`web.${number}`)).map(({ data }) => data);
  const planned = async (number: number) =>
    (await decisionsOf(number)).map(({ cause, fulfilments }) =>
      [cause, ...fulfilments.map(({ location, lines }) => `${lines[0]!.quantity} from ${location}`)].join(
        ' ',
      ),
    );
  const takenUp = async (number: number): Promise<Allocated> => {
    const { orderId, decisionId, attempt, fulfilments } = (await decisionsOf(number)).at(-1)!;
    const waited = fulfilments.flatMap(({ lines }) => lines);
    return orderFact('tributary.order.allocated.v1', { orderId, decisionId, attempt, fulfilments, waited });
  };
  const received = (location: string, units: number, cause = now()) => {
    levels[location] = (levels[location] ?? 0) + units;
    return backorders.afterRise(cause, rise(location, units), place);
  };

  it('are served when it comes in, oldest promise first, as far as it goes', async () => {
    await waiting(2, 2, days[1]!);
    await waiting(3, 2, days[2]!);
    await waiting(1, 2, days[0]!);
    await received('leeds', 5);
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
    expect(await planned(2)).toEqual(['placed', 'backorder 2 from leeds']);
    expect(await planned(3)).toEqual(['placed', 'backorder 1 from leeds']);
  });

  it('are served when it came in before they were known to wait', async () => {
    const fact = (await order(1, 2, days[0]!))!;
    await received('leeds', 10);
    expect(await planned(1)).toEqual(['placed']);
    await backorders.queue(now(), fact.data);
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
  });

  it('keep what they wait for from a later order, but not from an earlier one', async () => {
    await waiting(2, 2, days[1]!);
    levels = { leeds: 10 };
    expect((await order(3, 10, days[2]!))!.data.lines).toMatchObject([{ quantity: 2 }]);
    expect(await planned(3)).toEqual(['placed 8 from leeds']);
    expect(await order(1, 10, days[0]!)).toBeUndefined();
  });

  it('keep it also from somebody who asks where goods would come from, and nothing is recorded by that', async () => {
    await waiting(2, 2, days[1]!);
    levels = { leeds: 10 };
    const { lines } = placed(3, 10);
    const asked = { channel: placed(3, 10).channel, lines };
    const before = await decisionsOf(3);
    expect(await sourcings.outlook(asked as SourcingInquiry, days[2]!)).toMatchObject({
      outcome: 'partly-planned',
      serves: [{ location: 'leeds', lines: [{ quantity: 8 }] }],
      unsourced: [{ quantity: 2 }],
    });
    expect(await sourcings.outlook(asked as SourcingInquiry, days[0]!)).toMatchObject({ outcome: 'planned' });
    expect(await decisionsOf(3)).toEqual(before);
  });

  it('keep nothing from others that could not serve them', async () => {
    const pickup = placed(1, 2);
    const lines = pickup.lines.map((line) => ({ ...line, method: 'pickup' as const, pickupAt: 'york' }));
    await sourcings.first(at(days[0]!), OrderPlaced.parse({ ...pickup, lines }));
    await backorders.queue(now(), (await backordered(1))!.data);
    levels = { leeds: 10 };
    expect(await order(2, 10, days[1]!)).toBeUndefined();
  });

  it('are asked for once, however often and in whatever order it is told', async () => {
    const fact = await waiting(1, 2, days[0]!);
    const cause = now();
    await Promise.all([received('leeds', 5, cause), received('york', 5), received('leeds', 0, cause)]);
    await backorders.afterRise(cause, rise('leeds', 5), place);
    await backorders.queue(now(), { ...fact.data, lines: [] });
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
  });

  it('leave the queue when the order took it up; those behind then have their turn', async () => {
    await waiting(1, 5, days[0]!);
    await waiting(2, 2, days[1]!);
    await received('leeds', 5);
    expect(await planned(2)).toEqual(['placed']);
    const [fact, cause] = [await takenUp(1), now()];
    levels = { york: 2 };
    await backorders.leave(cause, fact);
    await backorders.leave(cause, fact);
    expect(await queues.waitingFor(placed(1, 1).lines[0]!.sku)).toMatchObject([{ orderId: 'web.2' }]);
    expect(await planned(1)).toEqual(['placed', 'backorder 5 from leeds']);
    expect(await planned(2)).toEqual(['placed', 'backorder 2 from york']);
  });

  it('are queued once when that is told twice, and may wait again later', async () => {
    const fact = (await order(1, 2, days[0]!))!;
    const cause = now();
    await backorders.queue(cause, fact.data);
    await backorders.queue(cause, fact.data);
    expect(await queues.waitingFor(fact.data.lines[0]!.sku)).toMatchObject([{ lines: [{ quantity: 2 }] }]);
    await received('leeds', 2);
    await backorders.leave(now(), await takenUp(1));
    await backorders.queue(now(), fact.data);
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 2 from leeds']);
  });

  it('are decided for again when the order declined, and not before', async () => {
    const fact = await waiting(1, 2, days[0]!);
    await received('leeds', 2);
    await received('leeds', 2);
    expect(await planned(1)).toHaveLength(2);
    await backorders.declined(now(), declined(fact.data));
    expect(await planned(1)).toHaveLength(3);
  });

  it('are served with what has come since when a cause is told again', async () => {
    await waiting(1, 5, days[0]!);
    const cause = now();
    await received('leeds', 2, cause);
    levels = {};
    await backorders.leave(now(), await takenUp(1));
    levels = { leeds: 3 };
    await backorders.afterRise(cause, rise('leeds', 2), place);
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 3 from leeds']);
  });

  it('of several SKUs are each served when there is something of theirs', async () => {
    const order = placedWith({ 1: 1, 2: 1 }, { sku: (lineId) => `MUG-${lineId}` });
    await sourcings.first(at(days[0]!), OrderPlaced.parse({ ...order.data, orderId: 'web.1' }));
    const fact = (await backordered(1))!;
    levels = { leeds: 1, york: 0 };
    await backorders.queue(now(), fact.data);
    expect(await planned(1)).toEqual(['placed', 'backorder 1 from leeds', 'backorder 1 from leeds']);
  });

  it('are served from a location that opens', async () => {
    await define('york', false);
    levels = { york: 5 };
    await waiting(1, 2, days[0]!);
    await backorders.afterNetworkChange(now());
    expect(await planned(1)).toEqual(['placed']);
    await define('york');
    await backorders.afterNetworkChange(now());
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from york']);
  });

  it('do not miss stock that is not known here yet: it is tried again until it is', async () => {
    await waiting(1, 2, days[0]!);
    known = false;
    await expect(received('leeds', 2)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(missed).toEqual(['MUG at leeds']);
    known = true;
    await backorders.afterRise(now(), rise('leeds', 2), place);
    expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
  });

  describe('where a process does not know yet what came in and another has served by', () => {
    let late: Backorders;
    /** Inventory refused the last decision for it: what that took is nowhere. */
    const refused = async (number: number) => {
      const { orderId, decisionId, fulfilments } = (await decisionsOf(number)).at(-1)!;
      const short = fulfilments.map(({ location, lines: [line] }) => ({
        sku: line!.sku,
        location,
        available: 0,
      }));
      return { orderId, decisionId, short };
    };
    beforeEach(() => {
      let read: typeof levels = {};
      late = started(
        () => read,
        () => Promise.resolve(void (read = { ...levels })),
      ).backorders;
    });

    it('are served when they join the queue there', async () => {
      const fact = (await order(1, 2, days[0]!))!;
      await received('leeds', 2);
      await late.queue(now(), fact.data);
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
    });

    it('are served when it hears that the order before them was', async () => {
      await waiting(1, 2, days[0]!);
      await waiting(2, 2, days[1]!);
      await received('leeds', 2);
      levels = { leeds: 0 };
      await received('york', 2);
      expect(await planned(2)).toEqual(['placed']);
      await late.leave(now(), await takenUp(1));
      expect(await planned(2)).toEqual(['placed', 'backorder 2 from york']);
    });

    it('are served when it hears that they declined something else', async () => {
      const fact = await waiting(1, 2, days[0]!);
      await received('leeds', 2);
      levels = { leeds: 0 };
      await received('york', 2);
      await late.declined(now(), declined(fact.data));
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 2 from york']);
    });

    it('are served when it hears that inventory refused what served them', async () => {
      await waiting(1, 2, days[0]!);
      await received('leeds', 2);
      const [first, cause] = [await refused(1), now()];
      levels = { leeds: 0 };
      await received('york', 2);
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
      await late.refused(cause, first);
      await late.refused(cause, first);
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 2 from york']);
    });

    it('are served with what came back to where inventory refused it', async () => {
      await waiting(1, 2, days[0]!);
      await received('leeds', 2);
      await late.refused(now(), await refused(1));
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 2 from leeds']);
    });

    it('are served when it ended between hearing of a refusal and serving', async () => {
      await waiting(1, 2, days[0]!);
      await received('leeds', 2);
      const [first, cause] = [await refused(1), now()];
      const away = () => Promise.reject(new StoreUnavailable('Kafka cannot be reached.'));
      const ended = started(() => ({}), away).backorders;
      await expect(ended.refused(cause, first)).rejects.toMatchObject({ code: 'store-unavailable' });
      await late.refused(cause, first);
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds', 'backorder 2 from leeds']);
    });

    it('wait on when inventory refuses again and again what the levels say: nothing tries for ever', async () => {
      await waiting(1, 2, days[0]!);
      await received('leeds', 2);
      let decided = 0;
      for (let known = 2; decided !== known && known < 40; known = (await decisionsOf(1)).length) {
        decided = known;
        await late.refused(now(), await refused(1));
      }
      expect(await planned(1)).toHaveLength(9);
      await received('leeds', 2);
      expect(await planned(1)).toHaveLength(10);
    });

    it('are served when it hears that the location opened', async () => {
      await define('york', false);
      await waiting(1, 2, days[0]!);
      await received('york', 2);
      await define('york');
      await late.afterNetworkChange(now());
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from york']);
    });

    it('are served by whoever is told again, where it ended between joining and serving', async () => {
      const fact = (await order(1, 2, days[0]!))!;
      await received('leeds', 2);
      const cause = now();
      const away = () => Promise.reject(new StoreUnavailable('Kafka cannot be reached.'));
      const ended = started(() => ({}), away).backorders;
      await expect(ended.queue(cause, fact.data)).rejects.toMatchObject({ code: 'store-unavailable' });
      await late.queue(cause, fact.data);
      expect(await queues.waitingFor(fact.data.lines[0]!.sku)).toMatchObject([{ lines: [{ quantity: 2 }] }]);
      expect(await planned(1)).toEqual(['placed', 'backorder 2 from leeds']);
    });
  });
});
