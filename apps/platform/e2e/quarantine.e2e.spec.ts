import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('A message that no service can apply', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await platform.end('SIGTERM');
    // Nothing that passes the door does this: it is put into the log behind the platform's back.
    const log = openSqliteEventLog(join(platform.data, 'events.db'));
    const poison = {
      id: randomUUID(),
      type: 'tributary.stock.counted.v1',
      time: new Date().toISOString(),
      data: null,
      metadata: { source: 'urn:poison', key: 'MUG-RED@dc-1' },
    };
    await log
      .forService('gateway')
      .append([{ stream: 'inbox-urn:poison', expectedVersion: 'any', events: [poison] }]);
    await log.close();
    await platform.start();
  });
  afterAll(() => platform?.remove());

  const parked = async (): Promise<Json[]> => {
    await platform.settled();
    return (await platform.get('/v1/inbox?state=parked', { as: 'ops' })).body.items;
  };

  it('is parked with its error, and holds up no other, not even of its key', async () => {
    expect(await parked()).toMatchObject([
      {
        code: 'handler-failed',
        type: 'tributary.stock.counted.v1',
        parked: { group: 'inventory' },
        reason: expect.stringContaining('TypeError'),
      },
    ]);
    await stock(platform, 'MUG-RED', { 'dc-1': 7 });
    expect(await platform.stockOf('MUG-RED')).toMatchObject([{ onHand: 7 }]);
    const { body } = await platform.get('/v1/consumers');
    expect(body.items.find(({ group }: Json) => group === 'inventory')).toMatchObject({ parked: 1, lag: 0 });
  });

  it('is handed to its service again when asked, and stays parked when it fails again', async () => {
    const [{ messageId }] = await parked();
    expect(
      await platform.post(`/v1/inbox/${messageId}/release?dryRun`, undefined, { as: 'ops' }),
    ).toMatchObject({ status: 422, body: { code: 'no-preview' } });
    expect(await platform.post(`/v1/inbox/${messageId}/release`, undefined, { as: 'ops' })).toMatchObject({
      status: 422,
      body: { code: 'failed-again' },
    });
    expect(await parked()).toHaveLength(1);
  });

  it('cannot be dismissed: it was accepted', async () => {
    const [{ messageId }] = await parked();
    expect(
      await platform.post(`/v1/inbox/${messageId}/dismiss`, { reason: 'x' }, { as: 'ops' }),
    ).toMatchObject({ status: 409, body: { code: 'parked' } });
    expect(await parked()).toHaveLength(1);
  });

  it('is still parked after a restart, once', async () => {
    await platform.end('SIGKILL');
    await platform.start();
    expect(await parked()).toHaveLength(1);
  });
});

whenBuilt('A quarantined message', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 100 });
  });
  afterAll(() => platform?.remove());

  const good = (number: string) => event('tributary.order.captured.v1', webOrder(number));
  const spoilt = (number: string) => ({
    ...good(number),
    data: { ...webOrder(number), lines: [{ ...line('MUG-RED'), quantity: 'two' }] },
  });
  const publish = (json: unknown) => platform.post('/v1/events', json, { as: 'integrator' });
  const release = (messageId: string, corrected?: unknown, query = '') =>
    platform.post(`/v1/inbox/${messageId}/release${query}`, corrected, { as: 'ops' });
  const inbox = async (query = ''): Promise<Json> => {
    await platform.settled();
    return (await platform.get(`/v1/inbox${query}`, { as: 'ops' })).body;
  };
  const entry = async (messageId: string): Promise<Json> =>
    (await inbox('?limit=200')).items.find((one: Json) => one.messageId === messageId);
  const quarantine = async (message: unknown): Promise<string> => {
    const { body } = await publish(message);
    await platform.settled();
    return body.messageId;
  };

  it('is listed as it came, with what is wrong and where', async () => {
    const message = spoilt('q-1');
    const messageId = await quarantine(message);
    const { items, open } = await inbox('?state=quarantined');
    expect(open).toBe(1);
    expect(items).toMatchObject([
      {
        messageId,
        state: 'quarantined',
        code: 'invalid-data',
        source: message.source,
        type: message.type,
        faults: [{ pointer: '/data/lines/0/quantity' }],
      },
    ]);
    expect(JSON.parse(items[0].raw)).toEqual(message);
  });

  it('shows the effect of a correction before it is released, without recording anything', async () => {
    const message = spoilt('q-2');
    const messageId = await quarantine(message);
    const corrected = { ...message, data: webOrder('q-2') };
    for (const query of ['?dryRun', '?dryRun=true']) {
      expect(await release(messageId, corrected, query)).toMatchObject({
        status: 200,
        body: { messageId, state: 'quarantined', event: { id: message.id, data: { number: 'q-2' } } },
      });
    }
    expect(await release(messageId, undefined, '?dryRun')).toMatchObject({
      status: 422,
      body: { code: 'invalid-data', errors: [{ pointer: '/data/lines/0/quantity' }] },
    });
    expect(await entry(messageId)).toMatchObject({ state: 'quarantined' });
    expect((await platform.get('/v1/orders/web.q-2')).status).toBe(404);
  });

  it('is applied once it is corrected and released, and only once', async () => {
    const message = spoilt('q-3');
    const messageId = await quarantine(message);
    const corrected = { ...message, data: webOrder('q-3') };
    expect(await release(messageId, corrected)).toMatchObject({ status: 200, body: { state: 'released' } });
    expect(await platform.order('web.q-3', ({ status }) => status === 'allocated')).toMatchObject({
      number: 'q-3',
    });
    expect(await entry(messageId)).toMatchObject({ state: 'released' });
    expect(await release(messageId, corrected)).toMatchObject({
      status: 409,
      body: { code: 'already-released' },
    });
    expect(await publish(corrected)).toMatchObject({
      status: 202,
      body: { results: [{ status: 'duplicate' }] },
    });
    const { body } = await platform.get('/v1/orders/web.q-3/timeline');
    expect(body.items.filter(({ type }: Json) => type === 'tributary.order.placed.v2')).toHaveLength(1);
  });

  it('released by several people at once takes effect once', async () => {
    const message = spoilt('q-4');
    const messageId = await quarantine(message);
    await platform.settled();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        release(messageId, { ...message, id: `${message.id}-${index}`, data: webOrder(`q-4-${index}`) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(answer).toMatchObject({ status: 409, body: { code: 'already-released' } });
    await platform.settled();
    const found = await Promise.all(answers.map((_, index) => platform.get(`/v1/orders/web.q-4-${index}`)));
    expect(found.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('stays when its correction is wrong too', async () => {
    const message = spoilt('q-5');
    const messageId = await quarantine(message);
    await platform.settled();
    expect(await release(messageId, { ...message, type: 'nothing' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-type', errors: [{ pointer: '/type' }] },
    });
    expect(await release(messageId)).toMatchObject({ status: 422, body: { code: 'invalid-data' } });
    expect(await entry(messageId)).toMatchObject({ state: 'quarantined' });
  });

  it('that comes again is the same one', async () => {
    const message = spoilt('q-6');
    const first = await quarantine(message);
    expect(await publish([message, message])).toMatchObject({
      status: 207,
      body: {
        results: [
          { status: 'quarantined', messageId: first },
          { status: 'quarantined', messageId: first },
        ],
      },
    });
    expect((await inbox('?limit=200')).items.filter((one: Json) => one.messageId === first)).toHaveLength(1);
  });

  it('does not stand in the way of the same event sent well', async () => {
    const message = spoilt('q-7');
    await quarantine(message);
    expect(await publish({ ...message, data: webOrder('q-7') })).toMatchObject({
      status: 202,
      body: { results: [{ status: 'accepted' }] },
    });
    await platform.order('web.q-7');
  });

  it('of a megabyte is listed by how it begins, and read and released whole', async () => {
    const huge = { ...spoilt('q-9'), padding: 'x'.repeat(990_000) };
    const messageId = await quarantine(huge);
    const listed = await entry(messageId);
    expect({ shown: listed.raw.length, whole: listed.rawLength }).toEqual({
      shown: 16_384,
      whole: JSON.stringify(huge).length,
    });
    const { body } = await platform.get(`/v1/inbox/${messageId}`, { as: 'integrator' });
    expect(JSON.parse(body.raw)).toEqual(huge);
    expect(await release(messageId)).toMatchObject({
      status: 422,
      body: { code: 'invalid-data', errors: [{ pointer: '/data/lines/0/quantity' }] },
    });
    expect(await platform.get('/v1/inbox/none')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('is released as it is once it can be read, and survives a restart', async () => {
    const message = spoilt('q-8');
    const messageId = await quarantine(message);
    await platform.end('SIGKILL');
    await platform.start();
    expect(await entry(messageId)).toMatchObject({ state: 'quarantined' });
    expect(await release(messageId, { ...message, data: webOrder('q-8') })).toMatchObject({ status: 200 });
    await platform.order('web.q-8');
  });

  const dismiss = (path: string, json: unknown) =>
    platform.post(`/v1/inbox${path}/dismiss`, json, { as: 'ops' });

  it('is dismissed with a reason: kept and listed, no longer open, not dismissed again, and released all the same', async () => {
    const message = spoilt('q-10');
    const messageId = await quarantine(message);
    const { open } = await inbox();
    expect(await dismiss(`/${messageId}`, { reason: ' ' })).toMatchObject({ status: 400 });
    expect(await dismiss(`/${messageId}`, { reason: 'Sent by a test' })).toMatchObject({
      status: 200,
      body: { messageId, state: 'dismissed' },
    });
    expect(await inbox('?state=dismissed')).toMatchObject({
      open: open - 1,
      items: [{ messageId, dismissed: { by: expect.stringMatching(/^ops:/), reason: 'Sent by a test' } }],
    });
    expect(await dismiss(`/${messageId}`, { reason: 'Again' })).toMatchObject({
      status: 409,
      body: { code: 'already-dismissed' },
    });
    expect(await quarantine(message)).toBe(messageId);
    expect(await entry(messageId)).toMatchObject({ state: 'dismissed' });
    expect(await release(messageId, { ...message, data: webOrder('q-10') })).toMatchObject({ status: 200 });
    expect(await entry(messageId)).toMatchObject({ state: 'released' });
    expect(await dismiss(`/${messageId}`, { reason: 'Late' })).toMatchObject({
      status: 409,
      body: { code: 'already-released' },
    });
    expect(await dismiss('/none', { reason: 'Nothing' })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
  });

  it('is dismissed with all others of its kind, up to 1,000 at once, and no other with them', async () => {
    const source = 'urn:e2e:flood';
    const flood = Array.from({ length: 1_150 }, (_, index) => ({ ...spoilt(`flood-${index}`), source }));
    for (let at = 0; at < flood.length; at += 500) await publish(flood.slice(at, at + 500));
    const other = await quarantine(spoilt('q-11'));
    await platform.settled();
    expect(await dismiss('', { reason: 'Everything' })).toMatchObject({ status: 400 });
    const kind = { source, code: 'invalid-data', reason: 'A wrong export' };
    expect(await dismiss('', { ...kind, type: 'com.example.none' })).toMatchObject({
      status: 200,
      body: { dismissed: 0, more: false },
    });
    expect((await dismiss('', kind)).body).toEqual({ dismissed: 1_000, more: true });
    await platform.settled();
    expect((await dismiss('', kind)).body).toEqual({ dismissed: 150, more: false });
    expect((await inbox(`?state=quarantined&source=${source}`)).items).toEqual([]);
    expect((await inbox(`?state=dismissed&source=${source}&limit=200`)).items).toHaveLength(200);
    expect((await platform.get(`/v1/inbox/${other}`)).body).toMatchObject({ state: 'quarantined' });
  });
});
