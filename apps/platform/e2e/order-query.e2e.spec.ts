import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

/** Each as it is placed: its number, when, what of it, and who buys. */
const placed = [
  ['q1', '2025-11-30T22:30:00Z', line('MUG-RED', 2), { name: 'José García' }],
  ['q2', '2025-11-30T23:30:00Z', line('MUG-BLUE', 1), { name: 'jose garcia', email: 'Jo@Example.com' }],
  ['q3', '2025-12-02T10:00:00Z', line('NOWHERE', 5), { name: '田中' }],
] as const;

whenBuilt('Orders asked for by text', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 10 });
    await stock(platform, 'MUG-BLUE', { 'dc-1': 10 });
    await platform.publish(
      ...placed.map(([number, time, one, customer]) => ({
        ...event('tributary.order.captured.v1', webOrder(number, { lines: [one], customer })),
        time,
      })),
    );
    await platform.settled();
  });
  afterAll(() => platform?.remove());

  const ask = (q: string, more = '', options = {}) =>
    platform.get(`/v1/orders?q=${encodeURIComponent(q)}${more}`, options);
  const found = async (q: string, more = '') =>
    ((await ask(q, more)).body.items as { number: string }[]).map(({ number }) => number);

  it('are those for which all terms hold, beside the filters', async () => {
    expect(await found('')).toEqual(['q3', 'q2', 'q1']);
    expect(await found('status:(Allocated OR held) sku:MUG*')).toEqual(['q2', 'q1']);
    expect(await found('sku:MUG* -sku:MUG-RED channel:web')).toEqual(['q2']);
    expect(await found('units:>=2', '&status=backordered')).toEqual(['q3']);
    expect(await found('customer:jo@example.com', '&channel=pos')).toEqual([]);
    expect(await found('channel:web', '&sort=oldest')).toEqual(['q1', 'q2', 'q3']);
  });

  it('were placed on days of a zone', async () => {
    expect(await found('placed:2025-11')).toEqual(['q2', 'q1']);
    expect(await found('placed:2025-11', '&zone=Europe/Berlin')).toEqual(['q1']);
    const { status, body } = await ask('placed:2025-11', '&zone=Mars/Olympus');
    expect([status, body.errors[0].pointer]).toEqual([400, '/zone']);
  });

  it('have the words that stand beside', async () => {
    expect(await found('garcía')).toEqual(['q2', 'q1']);
    expect(await found('"garcía" sku:MUG-RED')).toEqual(['q1']);
    expect(await found('田中 placed:2025-12')).toEqual(['q3']);
    expect((await ask('garcía', '&limit=1')).body).toMatchObject({ items: [{ number: 'q2' }], more: true });
    expect((await ask('garcía')).body).not.toHaveProperty('more');
    expect((await ask('garcía', '&cursor=abc')).body).toMatchObject({ status: 400, code: 'bad-query' });
    expect((await ask(`"${'word '.repeat(70)}"`)).status).toBe(400);
  });

  it('are taken away as a file', async () => {
    const file = await ask('channel:web -status:backordered', '', {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(file.text.trim().split('\n')).toHaveLength(2);
  });

  it('are handed out part by part', async () => {
    const first = (await ask('channel:web', '&limit=2')).body;
    const second = (await ask('channel:web', `&limit=2&cursor=${encodeURIComponent(first.next)}`)).body;
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(['q3', 'q2', 'q1']);
  });

  it('are refused with where the text cannot be read', async () => {
    const { status, body } = await ask('channel:web statsu:held');
    expect([status, body.code, body.errors]).toEqual([
      400,
      'invalid',
      [
        {
          pointer: '/q',
          message: expect.stringMatching(/^At character 13, “statsu”: .*Did you mean status\?/),
        },
      ],
    ]);
    for (const hard of ['('.repeat(500), '"'.repeat(500), 'sku:/(a+)+$/', 'x'.repeat(501)])
      expect((await ask(hard)).status).toBe(400);
  });
});
