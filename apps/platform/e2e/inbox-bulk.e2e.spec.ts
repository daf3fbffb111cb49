import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('Several messages in quarantine', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 500 });
  });
  afterAll(() => platform?.remove());

  const spoilt = (number: string) => ({
    ...event('tributary.order.captured.v1', webOrder(number)),
    data: { ...webOrder(number), lines: [{ ...line('CUP'), quantity: 0 }] },
  });
  const quarantined = async (message: unknown): Promise<string> => {
    const { body } = await platform.post('/v1/events', message, { as: 'integrator' });
    await platform.settled();
    return body.messageId;
  };
  const command = (asked: Json, as: 'ops' | 'integrator' = 'ops') =>
    platform.post('/v1/inbox/bulk', asked, { as });
  const read = async (messageId: string): Promise<Json> => {
    await platform.settled();
    return (await platform.get(`/v1/inbox/${messageId}`, { as: 'ops' })).body;
  };
  const fromTheFuture = async (id: string) => {
    const message = { ...event('tributary.order.captured.v1', webOrder(id)), time: '2199-01-01T00:00:00Z' };
    return { message, messageId: await quarantined(message) };
  };

  it('are dismissed for one reason, each answered for itself in the order they were named', async () => {
    const [first, second] = [await quarantined(spoilt('B1')), await quarantined(spoilt('B2'))];
    const reason = 'A test of the shop.';
    expect(await command({ action: 'dismiss', messages: [first], reason })).toMatchObject({
      status: 200,
      body: { results: [{ messageId: first, outcome: 'done' }] },
    });
    const { status, body } = await command({ action: 'dismiss', messages: [second, 'none', first], reason });
    expect([status, body.results]).toEqual([
      207,
      [
        { messageId: second, outcome: 'done' },
        {
          messageId: 'none',
          outcome: 'refused',
          code: 'not-found',
          detail: 'There is no message none in quarantine.',
        },
        {
          messageId: first,
          outcome: 'nothing-to-do',
          code: 'already-dismissed',
          detail: 'This message was dismissed before.',
        },
      ],
    ]);
    for (const messageId of [first, second])
      expect(await read(messageId)).toMatchObject({ state: 'dismissed', dismissed: { reason } });
    const third = await quarantined(spoilt('B3'));
    const { body: waiting } = await platform.get('/v1/inbox?state=waiting', { as: 'ops' });
    expect(waiting.items.map(({ messageId }: Json) => messageId)).toEqual([third]);
  });

  it('are released as they came where nothing is wrong any more, and the others say what is', async () => {
    const wrong = await quarantined(spoilt('C1'));
    const { messageId } = await fromTheFuture('C2');
    const { status, body } = await command({ action: 'release', messages: [wrong, messageId] });
    expect([status, body.results]).toMatchObject([
      207,
      [
        {
          messageId: wrong,
          outcome: 'refused',
          code: 'invalid-data',
          errors: [{ pointer: '/data/lines/0/quantity', message: 'This has to be more than 0.' }],
        },
        { messageId, outcome: 'refused', code: 'time-in-the-future', errors: [{ pointer: '/time' }] },
      ],
    ]);
    expect(await read(wrong)).toMatchObject({ state: 'quarantined' });
  });

  it('of a source that its key did not speak for are released for one reason, with nothing corrected', async () => {
    const keyed = await platform.post(
      '/v1/keys',
      { name: 'shop', role: 'integrator', sources: ['urn:other'] },
      { as: 'admin' },
    );
    const messages: string[] = [];
    for (const number of ['D1', 'D2']) {
      const { body } = await platform.post(
        '/v1/events',
        event('tributary.order.captured.v1', webOrder(number)),
        { key: keyed.body.key },
      );
      messages.push(body.messageId);
    }
    await platform.settled();
    const reason = 'The shop used the key of another.';
    expect(await command({ action: 'release', messages, reason })).toMatchObject({
      status: 200,
      body: { results: messages.map((messageId) => ({ messageId, outcome: 'done' })) },
    });
    for (const messageId of messages) {
      const { state, released } = await read(messageId);
      expect([state, released]).toEqual([
        'released',
        {
          by: expect.stringMatching(/^ops:/),
          at: expect.any(String),
          eventId: expect.any(String),
          reason,
        },
      ]);
    }
    await platform.order('web.D1');
    await platform.order('web.D2');
    expect((await command({ action: 'release', messages })).body.results).toMatchObject(
      messages.map((messageId) => ({ messageId, outcome: 'nothing-to-do', code: 'already-released' })),
    );
  });

  it('are told place by place what was corrected in one that is released, and what it was stays', async () => {
    const message = spoilt('E1');
    const messageId = await quarantined(message);
    const corrected = { ...message, data: webOrder('E1', { lines: [line('CUP')] }) };
    await platform.post(`/v1/inbox/${messageId}/release`, corrected, { as: 'ops' });
    const { raw, released } = await read(messageId);
    expect(JSON.parse(raw)).toEqual(message);
    expect(released.corrections).toEqual([
      { pointer: '/data/lines/0/quantity', before: '0', after: String(line('CUP').quantity) },
    ]);
    expect((await platform.get(`/v1/events/${released.eventId}`, { as: 'ops' })).body).toMatchObject({
      event: { data: { number: 'E1' } },
    });
  });

  it.each<[string, Json]>([
    ['without a reason to dismiss', { action: 'dismiss', messages: ['a'] }],
    ['with an empty reason', { action: 'dismiss', messages: ['a'], reason: ' ' }],
    ['about none', { action: 'release', messages: [] }],
    ['about one twice', { action: 'release', messages: ['a', 'a'] }],
    ['about too many', { action: 'release', messages: Array.from({ length: 201 }, (_, n) => `${n}`) }],
    ['about a name of 129 characters', { action: 'release', messages: ['x'.repeat(129)] }],
    ['about what is no name', { action: 'release', messages: [{ $ne: null }] }],
    ['of another kind', { action: 'delete', messages: ['a'] }],
    ['with more than belongs there', { action: 'release', messages: ['a'], corrected: {} }],
  ])('are let be by a command %s', async (_, asked) => {
    expect(await command(asked)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('are let be by those who may not repair', async () => {
    expect((await command({ action: 'release', messages: ['a'] }, 'integrator')).status).toBe(403);
  });
});
