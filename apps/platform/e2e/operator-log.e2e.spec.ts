import { withPersonal } from '@tributary/contracts';
import { until } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

/** All text in a value. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

whenBuilt('The log', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => void (platform = await PlatformUnderTest.start()));
  afterAll(() => platform?.remove());

  const told = (line: RegExp) =>
    until(`the log says ${line}`, () => Promise.resolve(line.exec(platform.output)));

  it('tells whose key was issued and revoked, by whom, and not the key', async () => {
    const { keyId, key } = (await platform.post('/v1/keys', { name: 'Ada Lovelace', role: 'ops' })).body;
    await platform.ask('DELETE', `/v1/keys/${keyId}`);
    await told(new RegExp(`key issued: ${keyId}, ops, by admin:`));
    await told(new RegExp(`key revoked: ${keyId}, by admin:`));
    expect(platform.output).not.toMatch(new RegExp(`Ada|${key}`));
  });

  it('tells of a message in quarantine by its id and code', async () => {
    const counted = { sku: 'Ada Lovelace', location: 'dc-1', quantity: 1 };
    const wrong = { ...event('tributary.stock.counted.v1', counted), data: { sku: 'Ada Lovelace' } };
    const { messageId } = (await platform.post('/v1/events', wrong)).body;
    await told(new RegExp(`message quarantined: ${messageId}, invalid-data`));
    await platform.settled();
    expect((await platform.get(`/v1/inbox/${messageId}`)).status).toBe(200);
    expect(platform.output).not.toContain('Ada');
  });

  it('tells nothing of a person, whatever becomes of the messages that do', async () => {
    await openNetwork(platform);
    const customer = {
      id: 'C-1',
      name: 'Grace Hopper',
      email: 'grace@navy.example',
      phone: '+1 703 555 0100',
    };
    const shipTo = { name: 'Grace B. Hopper', street: '12 Compiler Court', city: 'Arlington', country: 'US' };
    const order = webOrder('hopper', { lines: [line('A')], customer, shipTo, note: 'Ring at Commodore' });
    const told = [
      event('tributary.shipment.delivered.v1', {
        orderId: 'web.never',
        shipmentId: 'S-1',
        signedBy: 'Howard Aiken',
      }),
      event('tributary.order.captured.v1', order),
      event('tributary.order.captured.v1', { ...order, number: 'wrong', total: 1 }),
      event('tributary.customer.updated.v1', { ...customer, addresses: [shipTo] }),
    ];
    const personal: unknown[] = [];
    for (const each of told)
      withPersonal(each as { type: string; data: unknown }, (value) => (personal.push(value), value));
    const texts = personal.flatMap(textsIn).filter((text) => text !== 'US');
    expect(texts).toEqual(
      expect.arrayContaining(['Howard Aiken', 'grace@navy.example', 'Ring at Commodore']),
    );
    for (const each of told) await platform.post('/v1/events', each);
    await platform.settled();
    expect((await platform.order('web.hopper')).customer).toMatchObject({ name: 'Grace Hopper' });
    expect(texts.filter((text) => platform.output.includes(text))).toEqual([]);
  });

  it('tells that keys were refused, once a second, and none of them', async () => {
    await Promise.all(Array.from({ length: 50 }, () => platform.get('/v1/orders', { key: 'trb_rubbish' })));
    const said = () =>
      [...platform.output.matchAll(/sign-in refused: (\d+) with keys/g)].map(([, count]) => Number(count));
    await until('all are told', () => Promise.resolve(said().reduce((sum, count) => sum + count, 0) === 50));
    expect(said().length).toBeLessThan(5);
    expect(platform.output).not.toContain('rubbish');
  });

  it('says nothing of the framework', () => {
    expect(platform.output).not.toMatch(/InstanceLoader|RouterExplorer/);
  });
});
