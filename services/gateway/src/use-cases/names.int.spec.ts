import { type EventStore, inboundEventId } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import type { ReadStore } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import type { Acceptable } from '../domain/message/examine.ts';
import { knownNames, nameId, unknownName, unknownNames } from '../projections/names/names.ts';
import { Names } from './names.ts';

const message = (type: string, data: object): Acceptable =>
  ({
    id: 'e',
    source: 'urn:wms',
    type,
    time: '2026-03-02T12:00:00.000Z',
    data,
    key: '',
    attributes: {},
  }) as Acceptable;
const arriving = (...messages: readonly Acceptable[]) =>
  messages.map((one, index) => ({ message: one, messageId: `m${index + 1}` }));
const counted = (sku: string, location: string) =>
  message('tributary.stock.counted.v1', { sku, location, quantity: 1 });
const product = (sku: string) => message('tributary.product.updated.v1', { sku, name: sku });
const leeds = message('tributary.location.updated.v1', { locationId: 'leeds' });

describe('Names that nobody has defined', () => {
  let [log, events, readStore, names] = [] as unknown as [SqliteEventLog, EventStore, ReadStore, Names];
  beforeEach(async () => {
    log = openSqliteEventLog(':memory:');
    events = log.forService('gateway');
    readStore = openSqliteReadStore(':memory:');
    await readStore.declare([knownNames, unknownNames]);
    names = new Names(events, readStore);
  });
  afterEach(async () => {
    await readStore.close();
    log.close();
  });

  const define = (kind: 'sku' | 'location', name: string) =>
    readStore.apply([{ collection: knownNames, id: nameId(kind, name), document: { kind, name } }], []);
  /** What the projection makes of what was recorded. */
  const project = async () => {
    for (const event of await log.all.readAll(0, 1_000))
      await readStore.apply(
        [
          {
            collection: unknownNames,
            id: unknownName.idOf(event)!,
            document: unknownName.evolve(undefined, event),
          },
        ],
        [],
      );
  };
  const codes = async (...messages: readonly Acceptable[]) =>
    (await names.warningsFor(arriving(...messages))).map((warnings) => warnings.map(({ code }) => code));

  it('are listed on a log from before, where a message has the id of that', async () => {
    const source = 'tributary/unknown-name';
    const id = inboundEventId(source, nameId('sku', 'CUP'));
    const { type, time, data } = product('TEA');
    await events.append([
      {
        stream: `inbox-${source}`,
        expectedVersion: 'any',
        events: [{ id, type, time, data, metadata: { source } }],
      },
    ]);
    await define('location', 'leeds');
    expect(await codes(counted('CUP', 'leeds'))).toEqual([['unknown-sku']]);
    expect(await events.readStream(`unknown-${nameId('sku', 'CUP')}`)).toMatchObject([
      { data: { kind: 'sku', name: 'CUP', messageId: 'm1' } },
    ]);
  });

  it('are warned of with each message that uses them, and listed once, by the first', async () => {
    expect(await codes(counted('CUP', 'leeds'), counted('CUP', 'york'))).toEqual([
      ['unknown-sku', 'unknown-location'],
      ['unknown-sku', 'unknown-location'],
    ]);
    expect(await codes(counted('CUP', 'york'))).toEqual([['unknown-sku', 'unknown-location']]);
    await project();
    const { items } = await names.unresolved(undefined, 10, undefined);
    expect(items.map(({ kind, name, messageId }) => `${kind} ${name} ${messageId}`).toSorted()).toEqual([
      'location leeds m1',
      'location york m2',
      'sku CUP m1',
    ]);
  });

  it('are known once defined: before, in the same batch, or by another process', async () => {
    await define('sku', 'CUP');
    expect(await codes(leeds, counted('CUP', 'leeds'), counted('HAT', 'leeds'), product('HAT'))).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(await codes(counted('CUP', 'leeds'))).toEqual([[]]);
    expect(await log.all.readAll(0, 10)).toEqual([]);
  });

  it('are listed until they are defined', async () => {
    await codes(counted('CUP', 'leeds'));
    await project();
    await define('location', 'leeds');
    const listed = async (kind?: 'sku' | 'location') =>
      (await names.unresolved(kind, 10, undefined)).items.map(({ name }) => name);
    expect(await listed()).toEqual(['CUP']);
    expect(await listed('location')).toEqual([]);
  });

  it('of one message are told up to a bound', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => ({ sku: `SKU-${index}` }));
    const [warnings] = await names.warningsFor(arriving(message('tributary.order.captured.v1', { lines })));
    expect(warnings).toHaveLength(20);
  });
});
