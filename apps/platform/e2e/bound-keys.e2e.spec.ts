import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { counted, openNetwork } from './trade.ts';

const from = (source: string, quantity: number) => ({ ...counted('MUG-RED', 'dc-1', quantity), source });

whenBuilt('A key that is bound to sources', () => {
  let platform: PlatformUnderTest;
  let key: string;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    const sources = ['urn:wms:*'];
    const { status, body } = await platform.post('/v1/keys', { name: 'wms', role: 'integrator', sources });
    expect({ status, body }).toMatchObject({ status: 201, body: { sources } });
    key = body.key;
  });
  afterAll(() => platform?.remove());

  const foreign = async (): Promise<Json[]> => {
    await platform.settled();
    return (await platform.get('/v1/inbox?code=foreign-source&state=quarantined', { as: 'ops' })).body.items;
  };

  it('is told them, and an admin sees them', async () => {
    expect((await platform.get('/v1/me', { key })).body).toMatchObject({ sources: ['urn:wms:*'] });
    const { items } = (await platform.get('/v1/keys')).body;
    expect(items.find(({ name }: Json) => name === 'wms')).toMatchObject({ sources: ['urn:wms:*'] });
  });

  it('works at the services behind the door like any other', async () => {
    expect((await platform.get('/v1/stock', { key })).status).toBe(200);
  });

  it.each<[string, Json]>([
    ['for a role that hands in no messages', { role: 'csr', sources: ['urn:wms:1'] }],
    ['to none', { role: 'integrator', sources: [] }],
    ['to all', { role: 'integrator', sources: ['*'] }],
    ['to a pattern that would match nothing', { role: 'integrator', sources: ['urn:*:1'] }],
  ])('is not issued %s', async (_, asked) => {
    const { status, body } = await platform.post('/v1/keys', { name: 'wrong', ...asked });
    expect([status, body.errors[0].pointer]).toEqual([400, expect.stringMatching(/^\/sources/)]);
  });

  it('has the messages of others in a batch and in a file kept, and its own taken', async () => {
    const batch = await platform.post('/v1/events', [from('urn:wms:1', 5), from('urn:erp', 50)], { key });
    expect(batch.status).toBe(207);
    expect(batch.body.results).toMatchObject([
      { status: 'accepted' },
      { status: 'quarantined', code: 'foreign-source', errors: [{ pointer: '/source' }] },
    ]);
    const file = [from('urn:wms:2', 6), from('urn:erp', 60)].map((each) => JSON.stringify(each)).join('\n');
    const imported = await platform.ask('POST', '/v1/connectors/cloudevents', {
      key,
      raw: file,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(JSON.parse(imported.text.trim().split('\n').at(-1)!)).toMatchObject({
      kind: 'done',
      counts: { accepted: 1, quarantined: 1 },
    });
    expect(await foreign()).toMatchObject([{ source: 'urn:erp' }, { source: 'urn:erp' }]);
    expect(await platform.stockOf('MUG-RED')).toMatchObject([{ onHand: 6 }]);
  });

  it('has one in binary mode kept, which ops releases under a key that speaks for it', async () => {
    const { data, source: _, ...attributes } = from('urn:wms:3', 70);
    const headers = Object.fromEntries(
      Object.entries({ ...attributes, source: 'urn:pos' }).map(([name, value]) => [`ce-${name}`, value]),
    );
    const { status, body } = await platform.post('/v1/events', data, { key, headers });
    expect([status, body.code]).toEqual([422, 'foreign-source']);
    expect((await foreign()).map(({ source }) => source)).toContain('urn:pos');
    const bound = (
      await platform.post('/v1/keys', { name: 'ops of wms', role: 'ops', sources: ['urn:wms:*'] })
    ).body.key;
    const release = (ask: object) => platform.post(`/v1/inbox/${body.messageId}/release`, undefined, ask);
    expect(await release({ key: bound })).toMatchObject({ status: 422, body: { code: 'foreign-source' } });
    expect((await release({ as: 'ops' })).status).toBe(200);
    await platform.settled();
    expect(await platform.stockOf('MUG-RED')).toMatchObject([{ onHand: 70 }]);
  });
});
