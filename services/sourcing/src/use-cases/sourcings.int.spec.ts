import { randomUUID } from 'node:crypto';
import {
  type InboundInput,
  type LocationUpdated,
  OrderPlaced,
  type SourcingDecided,
} from '@tributary/contracts';
import type { Cause } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { inbound, orderId, placedWith } from '@tributary/testing';
import type { SkuStock } from '../projections/stock-replica/stock-replica.ts';
import { BackorderQueues } from './backorder-queues.ts';
import { Networks } from './networks.ts';
import { Sourcings } from './sourcings.ts';
import type { StockReplica } from './stock-replica.ts';

const caused = (id: string = randomUUID()): Cause => ({
  id,
  recordedTime: '2026-03-02T12:00:00.000Z',
  time: '2026-03-02T12:00:00.000Z',
  metadata: { source: 'tributary/sourcing', causationId: id },
});
const location = (
  locationId: string,
  more: Partial<InboundInput<'tributary.location.updated.v1'>> = {},
): LocationUpdated =>
  inbound('tributary.location.updated.v1', {
    locationId,
    name: locationId,
    kind: 'store',
    address: { country: 'GB' },
    capabilities: ['ship'],
    ...more,
  });
const placed = OrderPlaced.parse(placedWith({ 1: 2 }).data);
const lines = placed.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity }));

describe('The sourcing of an order', () => {
  let [log, networks, sourcings] = [] as unknown as [SqliteEventLog, Networks, Sourcings];
  let levels: Readonly<Record<string, number>>;
  beforeEach(async () => {
    log = openSqliteEventLog(':memory:');
    networks = new Networks(log.forService('sourcing'));
    levels = { leeds: 5, york: 5 };
    const replica = {
      of: (sku: string): SkuStock => ({
        sku,
        locations: Object.fromEntries(
          Object.entries(levels).map(([name, onHand]) => [name, { onHand, reserved: 0 }]),
        ),
      }),
    } as StockReplica;
    sourcings = new Sourcings(
      log.forService('sourcing'),
      networks,
      replica,
      new BackorderQueues(log.forService('sourcing')),
    );
    for (const name of ['leeds', 'york']) await networks.define(caused(), location(name));
  });
  afterEach(() => log.close());

  const decisions = async (): Promise<readonly SourcingDecided[]> =>
    (await sourcings.decisionsOf(orderId)).map(({ data }) => data);
  const chosen = async () =>
    (await decisions()).map(({ outcome, fulfilments }) =>
      [outcome, ...fulfilments.map((one) => one.location)].join(' '),
    );

  it('is decided once for its placing, however often that is told', async () => {
    const cause = caused();
    await Promise.all([1, 2, 3].map(() => sourcings.first(cause, placed)));
    await sourcings.first(cause, placed);
    expect(await chosen()).toEqual(['planned leeds']);
    expect((await decisions())[0]).toMatchObject({
      decisionId: `${orderId}/1`,
      attempt: 1,
      cause: 'placed',
      request: { lines: [{ lineId: '1', quantity: 2, method: 'ship' }] },
    });
  });

  it('believes what inventory said in refusing, before its own copy knows it', async () => {
    await sourcings.first(caused(), placed);
    const short = [{ ...lines[0]!, location: location('leeds').locationId, requested: 2, available: 0 }];
    const refusal = caused();
    await sourcings.afterRefusal(refusal, placed.orderId, `${orderId}/1`, short);
    await sourcings.afterRefusal(refusal, placed.orderId, `${orderId}/1`, short);
    await sourcings.afterRefusal(caused(), placed.orderId, `${orderId}/1`, short);
    expect(await chosen()).toEqual(['planned leeds', 'planned york']);
    expect((await decisions())[1]).toMatchObject({ attempt: 2, cause: 'refused' });
  });

  it('leaves out the location that lost the goods, and those that did before', async () => {
    await sourcings.first(caused(), placed);
    const [leeds, york] = [location('leeds').locationId, location('york').locationId];
    const one = { orderId: placed.orderId, lines: [{ ...lines[0]!, quantity: 1 }] };
    await sourcings.afterShortPick(caused(), { ...one, location: leeds, method: 'ship' });
    await sourcings.afterLoss(caused(), { ...one, location: york });
    expect(await chosen()).toEqual(['planned leeds', 'planned york', 'unsourceable']);
    expect((await decisions()).map(({ excluded }) => excluded)).toEqual([[], ['leeds'], ['leeds', 'york']]);
    expect((await decisions())[1]!.request.lines).toMatchObject([{ lineId: '1', quantity: 1 }]);
  });

  it('ends when stock is fought over: the order waits rather than tries for ever', async () => {
    await sourcings.first(caused(), placed);
    for (let attempt = 1; attempt < 40; attempt += 1)
      await sourcings.afterRefusal(caused(), placed.orderId, `${orderId}/${attempt}`, []);
    const outcomes = (await decisions()).map(({ outcome }) => outcome);
    expect(outcomes.at(-1)).toBe('unsourceable');
    expect(outcomes).toHaveLength(9);
    expect(outcomes.filter((outcome) => outcome === 'unsourceable')).toHaveLength(1);
  });

  it('does not decide on an order it was never asked to source', async () => {
    const missing = { orderId: placed.orderId, location: location('leeds').locationId, lines };
    await sourcings.afterLoss(caused(), missing);
    await sourcings.afterShortPick(caused(), { ...missing, method: 'ship' });
    expect(await sourcings.afterRefusal(caused(), placed.orderId, `${orderId}/1`, [])).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'unknown-decision' },
    });
    expect(await decisions()).toEqual([]);
  });

  it('is left to its own history when the order is imported, or was complete when it was placed', async () => {
    const told = caused();
    await sourcings.first({ ...told, metadata: { ...told.metadata, imported: true } }, placed);
    await sourcings.first(caused(), { ...placed, completedAt: '2026-03-02T12:00:00.000Z' });
    expect(await decisions()).toEqual([]);
  });

  it('happens when it is taken, however long ago the order was placed', async () => {
    await sourcings.first({ ...caused(), time: '2026-02-01T12:00:00.000Z' }, placed);
    const [{ time } = { time: undefined }] = await sourcings.decisionsOf(orderId);
    expect(time).toBe('2026-03-02T12:00:00.000Z');
  });

  it('does not use what was true of a location earlier and is told late', async () => {
    const at = (time: string, recordedTime: string): Cause => ({ ...caused(), time, recordedTime });
    const closed = location('leeds', { active: false });
    await networks.define(at('2026-03-02T14:00:00.000Z', '2026-03-02T14:00:01.000Z'), closed);
    await networks.define(at('2026-03-02T13:00:00.000Z', '2026-03-02T15:00:00.000Z'), location('leeds'));
    await sourcings.first(caused(), placed);
    expect(await chosen()).toEqual(['planned york']);
  });

  it('uses the network as it is at that moment', async () => {
    await networks.define(caused(), location('leeds', { active: false }));
    await sourcings.first(caused(), placed);
    expect(await chosen()).toEqual(['planned york']);
    expect((await new Networks(log.forService('sourcing')).current()).locations.size).toBe(2);
  });
});
