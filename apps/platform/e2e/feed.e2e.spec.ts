import type { FeedLine } from '@tributary/contracts';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

type Told = Extract<FeedLine, { type: string }>;

whenBuilt('The feed', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'store-1': 500, 'dc-1': 500 });
  });
  afterAll(() => platform?.remove());

  const linesOf = (text: string) =>
    text
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => JSON.parse(each) as FeedLine);
  const eventsIn = (lines: readonly FeedLine[]) => lines.filter((each): each is Told => 'type' in each);
  const read = async (query = '', as: 'integrator' | 'analyst' = 'integrator') => {
    const { status, type, text } = await platform.get(`/v1/feed${query}`, { as });
    expect([status, type]).toEqual([200, 'application/x-ndjson']);
    return linesOf(text);
  };

  /** Listens until it is cut off after so many bytes, or what it waits for has come. */
  const listen = async (cursor: string | undefined, bytes: number, isDone: (told: Told) => boolean) => {
    const leaving = new AbortController();
    const headers = {
      authorization: `Bearer ${await platform.keyOf('integrator')}`,
      accept: 'text/event-stream',
      ...(cursor !== undefined && { 'last-event-id': cursor }),
    };
    const { body } = await fetch(`${platform.url}/v1/feed`, { headers, signal: leaving.signal });
    const told: Told[] = [];
    let text = '';
    let seen = 0;
    for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
      seen += piece.length;
      // What was cut off in the middle was not told.
      const whole = (text + piece).split('\n\n');
      text = whole.pop()!;
      for (const each of whole) {
        const data = /^data: (.*)$/m.exec(each)?.[1];
        if (data !== undefined) told.push(JSON.parse(data) as Told);
      }
      if (seen >= bytes || told.some(isDone)) break;
    }
    leaving.abort();
    return told;
  };

  it('has everything once, and every stream in its order, for a listener who is cut off again and again', async () => {
    const orders = Array.from({ length: 120 }, (_, index) => `f${index}`);
    const trading = (async () => {
      for (const number of orders)
        await platform.publish(
          event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED', 1)] })),
        );
      await platform.settled();
      await platform.publish(event('tributary.product.updated.v1', { sku: 'LAST', name: 'The last' }));
    })();
    const heard: Told[] = [];
    const isLast = ({ type, data }: Told) =>
      type === 'tributary.product.updated.v1' && (data as { sku: string }).sku === 'LAST';
    for (let round = 0; !heard.some(isLast); round += 1)
      heard.push(...(await listen(heard.at(-1)?.cursor, 3_000 + ((round * 7_919) % 40_000), isLast)));
    await trading;
    const all = eventsIn(await read());
    const upToLast = all.slice(0, all.findIndex(isLast) + 1);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
    expect(heard.map(({ id }) => id).toSorted()).toEqual(
      expect.arrayContaining(upToLast.map(({ id }) => id).toSorted()),
    );
    const places = new Map<string, number>();
    for (const { service, subject, sequence } of heard) {
      const stream = `${service}/${subject}`;
      const place = (places.get(stream) ?? 0) + 1;
      expect([stream, Number(sequence)]).toEqual([stream, place]);
      places.set(stream, place);
    }
    expect([...places.keys()].filter((stream) => stream.startsWith('order/order-web.f'))).toHaveLength(120);
  });

  it('is gone through page by page, and by what somebody needs of it', async () => {
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('page', { lines: [line('MUG-RED', 1)] })),
    );
    await platform.order('web.page', ({ status }) => status === 'allocated');
    const all = eventsIn(await read());
    const paged: Told[] = [];
    for (let after = ''; ;) {
      const lines = await read(`?limit=100${after}`);
      paged.push(...eventsIn(lines));
      if (eventsIn(lines).length === 0) break;
      after = `&after=${lines.at(-1)!.cursor}`;
    }
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const allocated = eventsIn(await read('?type=tributary.order.allocated.v1&channel=web&location=dc-1'));
    expect(allocated.length).toBeGreaterThan(0);
    for (const { type, data } of allocated) {
      expect(type).toBe('tributary.order.allocated.v1');
      expect(data).toMatchObject({
        orderId: expect.stringMatching(/^web\./),
        fulfilments: expect.arrayContaining([expect.objectContaining({ location: 'dc-1' })]),
      });
    }
    const [{ recordedtime }] = all.slice(-1) as [Told];
    expect(eventsIn(await read(`?from=${recordedtime}`)).at(-1)).toEqual(all.at(-1));
  });

  it('keeps what is to be repaired from those who only look', async () => {
    await platform.post('/v1/events', { ...event('tributary.stock.counted.v1', {} as never) });
    const quarantined = '?type=tributary.message.quarantined.v1';
    expect(eventsIn(await read(quarantined))).toMatchObject([{ type: 'tributary.message.quarantined.v1' }]);
    expect(eventsIn(await read(quarantined, 'analyst'))).toEqual([]);
  });

  it('says what became of a message, by our name for it and by its sender’s', async () => {
    const message = event('tributary.order.captured.v1', webOrder('traced', { lines: [line('MUG-RED', 1)] }));
    const { body } = await platform.post('/v1/events', message, { as: 'integrator' });
    const [{ messageId }] = body.results;
    await platform.order('web.traced', ({ status }) => status === 'allocated');
    const traced = await platform.get(`/v1/events/${messageId}`, { as: 'integrator' });
    expect(traced.body).toMatchObject({ outcome: 'applied', event: { id: messageId, type: message.type } });
    expect(traced.body.consequences.map(({ type }: Told) => type)).toEqual(
      expect.arrayContaining([
        'tributary.order.placed.v2',
        'tributary.sourcing.decided.v1',
        'tributary.inventory.reserved.v1',
        'tributary.allocation.reserved.v1',
        'tributary.order.allocated.v1',
      ]),
    );
    const own = `/v1/events/${encodeURIComponent(message.id)}?source=${encodeURIComponent(message.source)}`;
    expect((await platform.get(own)).body).toEqual(traced.body);
    expect((await platform.get('/v1/events/unheard-of')).status).toBe(404);
    expect((await platform.get(own, { as: 'csr' })).status).toBe(403);
  });

  it('says of a message that waits, and of one that was not taken in, that it did not take effect', async () => {
    const becameOf = async (message: object) => {
      const { body } = await platform.post('/v1/events', [message], { as: 'integrator' });
      await platform.settled();
      return (await platform.get(`/v1/events/${body.results[0].messageId}`)).body.outcome as string;
    };
    const early = event('tributary.payment.captured.v1', {
      orderId: 'web.nobody-knows',
      paymentId: 'p-1',
      method: 'card',
      amount: 1_000,
    });
    expect(await becameOf(early)).toBe('waiting');
    expect(await becameOf(event('tributary.stock.counted.v1', { sku: 'MUG-RED' } as never))).toBe(
      'quarantined',
    );
    const counted = event('tributary.stock.counted.v1', { sku: 'MUG-RED', location: 'dc-1', quantity: 400 });
    expect(await becameOf(counted)).toBe('applied');
  });

  it('says what is wrong with what is asked of it', async () => {
    expect((await platform.get('/v1/feed?after=me')).body).toMatchObject({ status: 400, code: 'bad-cursor' });
    expect((await platform.get('/v1/feed?type=tributary.order.lost.v1')).body).toMatchObject({
      status: 400,
      code: 'unknown-type',
    });
    expect((await platform.get('/v1/feed?after=now&from=2026-01-01T00:00:00Z')).status).toBe(400);
    expect((await platform.get('/v1/feed', { as: 'csr' })).status).toBe(403);
  });
});
