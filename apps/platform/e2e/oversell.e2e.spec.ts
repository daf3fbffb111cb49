import { type Answer, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { line, openNetwork, stock, webOrder } from './trade.ts';

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

const sumOf = (positions: readonly { onHand: number; reserved: number }[]) => ({
  onHand: positions.reduce((sum, { onHand }) => sum + onHand, 0),
  reserved: positions.reduce((sum, { reserved }) => sum + reserved, 0),
});

/** Who was sold, who was told that nothing is left, and whose order was not decided on by the time that one waits. */
const outcomesOf = (answers: readonly Answer[]) => {
  const placed = answers.filter(({ status }) => status === 201);
  return {
    sold: placed.filter(({ body }) => body.status !== 'placed'),
    told: answers.filter(({ status }) => status === 409),
    open: placed.filter(({ body }) => body.status === 'placed'),
  };
};

whenBuilt('The last units', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
  });
  afterAll(() => platform?.remove());

  const buyers = (sku: string): Promise<Answer[]> =>
    times(200, (index) =>
      platform.post(
        '/v1/orders?wait=sourced',
        webOrder(`${sku}-${index}`, { lines: [line(sku)], whenShort: 'reject' }),
        { as: 'integrator' },
      ),
    );

  it.each([
    ['at one location', 'LAST-A', { 'dc-1': 50 }],
    ['spread over three locations', 'LAST-B', { 'store-1': 20, 'store-2': 20, 'dc-1': 10 }],
  ])('%s are sold to exactly 50 of 200 buyers at once, and the others are told', async (_, sku, at) => {
    await stock(platform, sku, at);
    const answers = await buyers(sku);
    const { sold, told, open } = outcomesOf(answers);
    // How many are decided on while a buyer waits is up to the machine; that all are, and how, is looked at below.
    if (open.length === 0) expect({ sold: sold.length, told: told.length }).toEqual({ sold: 50, told: 150 });
    expect(sold.length + told.length + open.length).toBe(200);
    for (const { body } of sold)
      expect(body).toMatchObject({ status: 'allocated', lines: [{ quantities: { allocated: 1 } }] });
    for (const { body, type } of told) {
      expect(type).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'out-of-stock', retryable: false });
    }
    await platform.settled();
    const positions = await platform.stockOf(sku);
    expect(sumOf(positions)).toEqual({ onHand: 50, reserved: 50 });
    for (const { reserved, onHand } of positions) expect(reserved).toBeLessThanOrEqual(onHand);
    const { body } = await platform.get(`/v1/orders?sku=${sku}&limit=200`);
    const statuses = body.items.map(({ status }: { status: string }) => status);
    expect(statuses.filter((status: string) => status === 'allocated')).toHaveLength(50);
    expect(statuses.filter((status: string) => status === 'rejected')).toHaveLength(150);
  });

  it('are never promised twice when every buyer wants several', async () => {
    await stock(platform, 'LAST-C', { 'store-1': 7, 'dc-1': 7 });
    const answers = await times(40, (index) =>
      platform.post(
        '/v1/orders?wait=sourced',
        webOrder(`c-${index}`, { lines: [line('LAST-C', 3)], whenShort: 'reject' }),
      ),
    );
    const { sold, open } = outcomesOf(answers);
    if (open.length === 0) expect(sold).toHaveLength(4);
    if (!platform.cluster) expect(open).toEqual([]);
    await platform.settled();
    expect(sumOf(await platform.stockOf('LAST-C'))).toEqual({ onHand: 14, reserved: 12 });
  });
});

whenBuilt('A command that is sent again', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 500 });
  });
  afterAll(() => platform?.remove());

  const place = (number: string, idempotencyKey: string, wait = true, quantity = 1) =>
    platform.post(
      `/v1/orders${wait ? '?wait=sourced' : ''}`,
      webOrder(number, { lines: [line('MUG-RED', quantity)] }),
      {
        as: 'integrator',
        headers: { 'idempotency-key': idempotencyKey },
      },
    );

  it('takes effect once when 50 arrive together with one Idempotency-Key, and all get the same answer', async () => {
    const answers = await times(50, () => place('2001', 'key-1'));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ orderId: 'web.2001', status: 'allocated' });
    await platform.settled();
    const { body } = await platform.get('/v1/orders/web.2001/timeline');
    expect(
      body.items.filter(({ type }: { type: string }) => type === 'tributary.order.placed.v2'),
    ).toHaveLength(1);
    expect(sumOf(await platform.stockOf('MUG-RED')).reserved).toBe(1);
  });

  it('is answered with the same order later, as placed where nobody waits for stock, and after a restart', async () => {
    const first = await place('2002', 'key-2');
    expect(await place('2002', 'key-2')).toMatchObject({ status: 201, body: first.body });
    expect(await place('2002', 'key-2', false)).toMatchObject({
      status: 201,
      body: { orderId: first.body.orderId, status: 'placed', fulfilments: [] },
    });
    await platform.end('SIGTERM');
    await platform.start();
    expect(await place('2002', 'key-2')).toMatchObject({ status: 201, body: first.body });
  });

  it('is refused when its key was used for another order, even one that exists, or for other contents', async () => {
    await place('2003', 'key-3');
    await place('2004', 'key-4');
    const refused = { status: 422, body: { code: 'idempotency-key-reused' } };
    expect(await place('2999', 'key-3')).toMatchObject(refused);
    expect(await place('2003', 'key-3', true, 7)).toMatchObject(refused);
    expect((await platform.get('/v1/orders/web.2999')).status).toBe(404);
    expect(await place('2004', 'key-3')).toMatchObject(refused);
  });

  it('is refused without the key that placed the order', async () => {
    await place('2005', 'key-5');
    expect(await place('2005', 'key-6')).toMatchObject({
      status: 409,
      body: { code: 'already-captured', orderId: 'web.2005' },
    });
    expect(await platform.post('/v1/orders', webOrder('2005'))).toMatchObject({
      status: 409,
      body: { code: 'already-captured' },
    });
  });

  it('is placed once when many take the same number at once, each with its own key', async () => {
    const answers = await times(20, (index) => place('2010', `race-${index}`));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(answer).toMatchObject({ status: 409, body: { code: 'already-captured' } });
  });

  it('cancels once, and says so again', async () => {
    await place('2006', 'key-7', true, 3);
    const cancel = (idempotencyKey: string) =>
      platform.post(
        '/v1/orders/web.2006/cancel',
        { lines: [{ lineId: '1', quantity: 1 }] },
        { as: 'integrator', headers: { 'idempotency-key': idempotencyKey } },
      );
    const answers = await times(10, () => cancel('cancel-1'));
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 200,
        body: { lines: [{ quantities: { cancelled: 1, allocated: 2 } }] },
      });
    expect(await cancel('key-7')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('cancels nothing under a key that was used for another command, and says so', async () => {
    await place('2008', 'key-8', true, 3);
    await place('2009', 'key-9', true, 1);
    const cancel = (number: string, idempotencyKey: string, body: object) =>
      platform.post(`/v1/orders/web.${number}/cancel`, body, {
        as: 'integrator',
        headers: { 'idempotency-key': idempotencyKey },
      });
    const one = { lines: [{ lineId: '1', quantity: 1 }] };
    const refused = { status: 422, body: { code: 'idempotency-key-reused' } };
    expect(await cancel('2008', 'cancel-8', one)).toMatchObject({ status: 200 });
    expect(await cancel('2008', 'cancel-8', { lines: [{ lineId: '1', quantity: 2 }] })).toMatchObject(
      refused,
    );
    expect(await cancel('2008', 'cancel-8', {})).toMatchObject(refused);
    expect(await cancel('2008', 'cancel-8', { ...one, reason: 'another' })).toMatchObject(refused);
    expect(await cancel('2009', 'cancel-8', one)).toMatchObject(refused);
    expect(await cancel('2008', 'key-8', {})).toMatchObject(refused);
    expect(await place('2020', 'cancel-8')).toMatchObject(refused);

    expect(await cancel('2009', 'cancel-9', {})).toMatchObject({ status: 200 });
    for (const used of ['cancel-8', 'key-9']) expect(await cancel('2009', used, {})).toMatchObject(refused);
    expect(await cancel('2009', 'cancel-new', {})).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-cancel' },
    });
    expect(await cancel('2008', 'cancel-8', one)).toMatchObject({
      status: 200,
      body: { lines: [{ quantities: { cancelled: 1, allocated: 2 } }] },
    });
  });

  it.each([
    ['empty', ''],
    ['longer than 255 characters', 'k'.repeat(256)],
  ])('needs a key that is not %s', async (_, key) => {
    expect(await place('2007', key)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });
});
