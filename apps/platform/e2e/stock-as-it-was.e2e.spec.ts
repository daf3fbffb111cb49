import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

const hour = (of: number): string => new Date(Date.UTC(2026, 2, 2, of)).toISOString();
const place = { sku: 'BOWL', location: 'dc-1' };

whenBuilt('A stock figure, asked for as it was', () => {
  let platform: PlatformUnderTest;
  let ledger: Json;
  const counted = (quantity: number, at: number) =>
    event('tributary.stock.counted.v1', { ...place, quantity }, { time: hour(at) });
  const tell = async (message: object) => {
    await platform.publish(message);
    await platform.settled();
  };
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await tell(counted(10, 8));
    await tell({
      ...event('tributary.order.captured.v1', webOrder('bowl', { lines: [line('BOWL', 3)] })),
      time: hour(9),
    });
    await platform.order('web.bowl', ({ status }) => status === 'allocated');
    await tell(counted(6, 12));
    // Told late: one that the last count saw, and a count of before it.
    const sale = {
      channel: 'pos',
      number: 'bowl',
      location: 'dc-1',
      currency: 'EUR',
      lines: [line('BOWL', 2)],
    };
    await tell(event('tributary.sale.recorded.v1', sale, { time: hour(10) }));
    await tell(counted(7, 11));
    await tell(
      event('tributary.stock.adjusted.v1', { ...place, delta: 1, reason: 'found' }, { time: hour(14) }),
    );
    ledger = (await platform.get('/v1/stock/BOWL/dc-1/ledger')).body;
  });
  afterAll(() => platform?.remove());

  const figure = async (query = ''): Promise<Json> =>
    (await platform.get(`/v1/stock/BOWL/dc-1${query}`)).body;

  it('can be followed entry by entry to what it is now', async () => {
    let [onHand, reserved] = [0, 0];
    for (const { type, data, ...entry } of ledger.items as Json[]) {
      onHand += data.delta ?? 0;
      reserved += type === 'tributary.inventory.reserved.v1' ? data.quantity : 0;
      expect(entry).toMatchObject({ onHand, reserved });
    }
    expect(ledger).toMatchObject({ onHand, reserved });
    expect(await figure()).toEqual({ ...place, onHand: 7, reserved: 3, entries: ledger.items.length });
    const { body: later } = await platform.get('/v1/stock/BOWL/dc-1/ledger?from=4&limit=2');
    expect(later.items).toEqual(ledger.items.slice(3, 5));
    const file = await platform.get('/v1/stock/BOWL/dc-1/ledger', { headers: { accept: 'text/csv' } });
    expect(file.text.split('\r\n', 1)[0]).toMatch(/,onHand,reserved,data$/);
  });

  it('is told as it was true then, with what was told later of before', async () => {
    const onHandAt = async (of: number) => (await figure(`?asOf=${hour(of)}`)).onHand;
    expect(await Promise.all([7, 8, 9, 10, 11, 12, 13, 14].map(onHandAt))).toEqual([
      0, 10, 10, 8, 7, 6, 6, 7,
    ]);
    expect(await figure(`?asOf=${hour(7)}`)).toEqual({
      ...place,
      onHand: 0,
      reserved: 0,
      asOf: hour(7),
      entries: 0,
    });
  });

  it('is told as it was known then, whenever it had happened', async () => {
    for (const [index, { recordedAt }] of ledger.items.entries()) {
      const known = ledger.items.findLastIndex((entry: Json) => entry.recordedAt <= recordedAt);
      expect(known).toBeGreaterThanOrEqual(index);
      const { onHand, reserved } = ledger.items[known];
      expect(await figure(`?knownAt=${recordedAt}`)).toEqual({
        ...place,
        onHand,
        reserved,
        knownAt: recordedAt,
        entries: known + 1,
      });
    }
  });

  it('is told as it was known then of another moment', async () => {
    const { recordedAt } = ledger.items.find(({ type }: Json) => type === 'tributary.inventory.sold.v1');
    const before = new Date(Date.parse(recordedAt) - 1).toISOString();
    expect(await figure(`?asOf=${hour(10)}&knownAt=${before}`)).toMatchObject({
      onHand: 10,
      knownAt: before,
    });
    expect(await figure(`?asOf=${hour(10)}&knownAt=${recordedAt}`)).toMatchObject({ onHand: 8 });
  });

  it('stands in the list of a moment, with what was there at every location then', async () => {
    const listAt = async (query: string) =>
      (await platform.get(`/v1/stock?sku=BOWL${query}`)).body.items.map(
        ({ location, onHand, reserved }: Json) => [location, onHand, reserved],
      );
    expect(await listAt('')).toEqual([['dc-1', 7, 3]]);
    expect(await listAt(`&asOf=${hour(10)}`)).toEqual([['dc-1', 8, 0]]);
    expect(await listAt(`&asOf=${hour(7)}`)).toEqual([]);
    const { recordedAt } = ledger.items[0];
    expect(await listAt(`&knownAt=${recordedAt}`)).toEqual([['dc-1', 10, 0]]);
    const [position] = (await platform.get(`/v1/stock?sku=BOWL&asOf=${hour(10)}`)).body.items;
    expect(position).toEqual({ ...place, onHand: 8, reserved: 0, available: 8 });
  });

  it('was at locations that were in the network then, by the rules of then', async () => {
    const locationsAt = async (query: string) =>
      (await platform.get(`/v1/locations${query}`)).body.items.map(({ locationId }: Json) => locationId);
    expect(await locationsAt('')).toContain('dc-1');
    expect(await locationsAt('?knownAt=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await locationsAt(`?asOf=${new Date().toISOString()}`)).toEqual(await locationsAt(''));
    const rules = (await platform.get('/v1/rulesets?asOf=2020-01-01T00:00:00Z')).body.items;
    expect(rules).toMatchObject([{ ruleSetId: 'default', version: 1 }]);
  });

  it('is none of what nobody told, and says so where a moment is none', async () => {
    expect((await platform.get('/v1/stock/NOTHING/dc-1')).body).toEqual({
      sku: 'NOTHING',
      location: 'dc-1',
      onHand: 0,
      reserved: 0,
      entries: 0,
    });
    expect(await platform.get('/v1/stock/BOWL/dc-1?asOf=yesterday')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/asOf' }] },
    });
  });
});
