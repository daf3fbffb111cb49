import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBuilt('Attributes that a retailer declares', () => {
  let platform: PlatformUnderTest;
  const declared = [
    { name: 'gift-wrap', on: 'order', type: 'choice', values: ['plain', 'festive'] },
    { name: 'engraving', on: 'line', type: 'text' },
  ];
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 10, 'store-1': 10 });
    await platform.put('/v1/attributes', { attributes: declared }, { as: 'ops' });
  });
  afterAll(() => platform?.remove());

  const numbersOf = ({ body }: { body: Json }): string[] => body.items.map(({ number }: Json) => number);
  const carrying = (number: string, attributes: Record<string, string>, ofLine: Record<string, string>) =>
    webOrder(number, { attributes, lines: [line('CUP', 1, { attributes: ofLine })] });

  it('are carried by orders and lines, found, listed, changed and taken away', async () => {
    const order = carrying('A1', { 'gift-wrap': 'festive' }, { engraving: 'Zebediah' });
    const placed = await platform.post('/v1/orders?wait=sourced', order, { as: 'csr' });
    expect(placed.status).toBe(201);
    const page = await platform.order('web.A1', ({ status }) => status === 'allocated');
    expect([page.attributes, page.lines[0].attributes]).toEqual([
      { 'gift-wrap': 'festive' },
      { engraving: 'Zebediah' },
    ]);
    expect(numbersOf(await platform.get('/v1/orders?attribute=gift-wrap:festive'))).toEqual(['A1']);
    expect(numbersOf(await platform.get('/v1/search?q=zebediah'))).toEqual(['A1']);

    const changes = [
      { kind: 'set-attributes', attributes: { 'gift-wrap': 'plain' } },
      { kind: 'set-attributes', lineId: '1', attributes: { engraving: null } },
    ];
    const changed = await platform.post('/v1/orders/web.A1/change', { changes }, { as: 'csr' });
    expect(changed.status).toBe(200);
    const after = await platform.order('web.A1', ({ rev }) => rev >= changed.body.rev);
    expect([after.attributes, after.lines[0].attributes]).toEqual([{ 'gift-wrap': 'plain' }, undefined]);
    expect(numbersOf(await platform.get('/v1/orders?attribute=gift-wrap:festive'))).toEqual([]);
  });

  it('that are not declared so are refused to whoever asks, and stand apart on an order that was told', async () => {
    const misfit = carrying('A2', { 'gift-wrap': 'golden' }, { colour: 'blue' });
    const refused = await platform.post('/v1/orders', misfit, { as: 'csr' });
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      409,
      'attribute-unfit',
      'gift-wrap is one of plain, festive. colour is not declared for lines.',
    ]);
    const changes = [{ kind: 'set-attributes', attributes: { colour: 'blue' } }];
    const preview = await platform.post('/v1/orders/web.A1/change/preview', { changes }, { as: 'csr' });
    expect(preview.body.blocked).toMatchObject([{ pointer: '/changes/0', code: 'attribute-unfit' }]);

    await platform.publish(event('tributary.order.captured.v1', misfit));
    const page = await platform.order('web.A2', ({ status }) => status === 'allocated');
    expect(page.attributes).toBeUndefined();
    expect(page.unfit.map(({ name, value }: Json) => [name, value])).toEqual([
      ['gift-wrap', 'golden'],
      ['colour', 'blue'],
    ]);
  });

  it('are declared by operations alone, each once', async () => {
    const twice = { attributes: [declared[1], declared[1]] };
    expect((await platform.put('/v1/attributes', { attributes: declared }, { as: 'csr' })).status).toBe(403);
    expect((await platform.put('/v1/attributes', twice, { as: 'ops' })).status).toBe(400);
    expect((await platform.get('/v1/attributes', { as: 'csr' })).body.attributes).toEqual(declared);
  });
});
