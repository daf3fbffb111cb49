import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const mugs = {
  segmentId: 'mugs',
  name: 'Mugs, mostly',
  conditions: [{ is: 'sku', names: ['MUG'], how: 'most' }],
};
const often = { segmentId: 'often', name: 'Often', conditions: [{ is: 'orders', from: 5 }] };
const rfm = { recencyDays: [1, 7, 30, 90], orders: [2, 3, 4, 5], currency: 'EUR', value: [1, 2, 3, 9e6] };
const sizes = [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const;

whenBrowsable('Segments of customers, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 10 });
    await stock(platform, 'PEN', { 'dc-1': 10 });
    const lines = [line('MUG', 1, { name: 'Red mug' })];
    const [ada, zoe] = [
      { id: 'A-1', name: 'Ada Byron' },
      { id: 'Z-1', name: 'Zoe Last' },
    ];
    // So many stand between the two by id that one has to ask for more.
    const others = Array.from({ length: 520 }, (_, at) =>
      event('tributary.customer.updated.v1', { id: `M-${at}`, name: `Never ordered ${at}` }),
    );
    for (let at = 0; at < others.length; at += 130) await platform.publish(...others.slice(at, at + 130));
    // With them five have ordered, which is enough for numbers to be suggested.
    const guests = ['g1', 'g2', 'g3'];
    await platform.publish(
      ...guests.map((number) =>
        event(
          'tributary.order.captured.v1',
          webOrder(number, { customer: { email: `${number}@example.com` }, lines: [line('PEN')] }),
        ),
      ),
      ...[ada, zoe].map((who) => event('tributary.customer.updated.v1', who)),
      event('tributary.order.captured.v1', webOrder('a1', { customer: { id: ada.id }, lines })),
      event('tributary.order.captured.v1', webOrder('a2', { customer: { id: ada.id }, lines })),
      event('tributary.order.captured.v1', webOrder('z1', { customer: { id: zoe.id }, lines })),
    );
    for (const orderId of ['web.a1', 'web.a2', 'web.z1', ...guests.map((number) => `web.${number}`)])
      await platform.order(orderId);
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const opened = async (path: string, role: 'ops' | 'csr' | 'associate', width = 1440, height = 900) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}${path}`);
    return visitor;
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
  };
  const define = async (): Promise<void> => {
    await platform.put('/v1/segments', { rfm, segments: [mugs, often] }, { as: 'ops' });
    await platform.settled();
  };

  it.each(sizes)('list who is in one, from one of them, on %s', async (_, width, height) => {
    await define();
    const { page, complaints } = await opened('/customers/A-1', 'csr', width, height);
    await page
      .getByRole('region', { name: 'Segments' })
      .getByRole('link', { name: mugs.name })
      .press('Enter');
    await page.getByRole('heading', { name: mugs.name }).waitFor();
    await page.getByText('goods: mostly MUG').waitFor();
    const list = page.getByRole('table', { name: `Customers in ${mugs.name}` });
    const ada = list.getByRole('row', { name: 'Ada Byron' });
    await ada.getByRole('cell', { name: '5 · 2 · 4' }).waitFor();
    expect(await list.getByRole('row').count()).toBe(2);
    await isAsItShouldBe(page);

    await page.getByRole('button', { name: 'Load more' }).press('Enter');
    await list.getByRole('link', { name: 'Zoe Last' }).waitFor();
    await page.getByRole('button', { name: 'Load more' }).waitFor({ state: 'detached' });
    const saving = page.getByRole('button', { name: 'Save as CSV' });
    const [download] = await Promise.all([page.waitForEvent('download'), saving.press('Enter')]);
    await page.getByText('2 customers saved.').waitFor();
    const rows = (await text(await download.createReadStream())).trim().split('\r\n');
    expect([download.suggestedFilename(), rows.length]).toEqual(['mugs.csv', 3]);
    await isAsItShouldBe(page);
    await list.getByRole('link', { name: 'Zoe Last' }).click();
    await page.getByRole('heading', { name: 'Zoe Last' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(sizes)('are defined, tried and saved by operations, on %s', async (_, width, height) => {
    await platform.put('/v1/segments', { segments: [often] }, { as: 'ops' });
    const { page, complaints } = await opened('/settings', 'ops', width, height);
    const panel = page.getByRole('region', { name: 'Customer segments' });
    const known = panel.getByRole('group', { name: 'Often', exact: true });
    await known.waitFor();
    const status = panel.getByText(/^Tried; nothing is saved by it/);
    const add = panel.getByRole('button', { name: 'Add a segment' });
    await add.press('Enter');
    const added = panel.getByRole('group', { name: 'New segment', exact: true });
    await page.keyboard.type('Best');
    await added.getByLabel('Name').fill('Best of all');
    const first = added.getByRole('group', { name: 'Orders' });
    await first.getByLabel('What').selectOption('Value score');
    const score = added.getByRole('group', { name: 'Value score' });
    const save = panel.getByRole('button', { name: 'Save customer segments' });
    await save.click();
    await score.getByText('Fill in one of the two, or both.').waitFor();
    await score.getByLabel('At least').fill('2');
    await save.click();
    await panel.getByText('A segment asks for a score: say by which numbers customers are scored.').waitFor();
    await added.getByText(/1–40 lower-case letters/).waitFor();
    await isAsItShouldBe(page);

    await added.getByLabel('Id').fill('best');
    await added.getByRole('button', { name: 'Add a condition' }).press('Enter');
    const second = added.getByRole('group', { name: 'New condition' });
    await second.getByLabel('What').selectOption('Goods');
    await second.getByLabel('Is one of').fill('MU*');
    await add.press('Enter');
    const other = panel.getByRole('group', { name: 'New segment', exact: true }).last();
    await other.getByLabel('Id').fill('spends');
    await other.getByLabel('Name').fill('Spends');
    await other.getByLabel('What').selectOption('Value');
    await other.getByLabel('At least').fill('12,5');
    await other.getByLabel('Currency').fill('eur');
    await panel.getByRole('button', { name: 'Suggest numbers' }).press('Enter');
    await panel.getByText('Filled in: each fifth').waitFor();
    await panel.getByRole('button', { name: 'Try on those who ordered last' }).press('Enter');
    await status.waitFor();
    await panel.getByText('0 in Often').waitFor();
    await panel
      .getByText(/^2 in Best of all: /)
      .getByRole('link', { name: 'Ada Byron' })
      .waitFor();
    await isAsItShouldBe(page);
    expect((await platform.get('/v1/segments', { as: 'ops' })).body).toEqual({ segments: [often] });

    await save.press('Enter');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    const best = {
      segmentId: 'best',
      name: 'Best of all',
      conditions: [
        { is: 'monetary', from: 2 },
        { is: 'sku', names: ['MU*'], how: 'any' },
      ],
    };
    const spends = {
      segmentId: 'spends',
      name: 'Spends',
      conditions: [{ is: 'value', currency: 'EUR', from: 1_250 }],
    };
    expect((await platform.get('/v1/segments', { as: 'ops' })).body).toEqual({
      rfm: expect.objectContaining({ currency: 'EUR' }),
      segments: [often, best, spends],
    });
    await platform.settled();
    const saved = panel.getByRole('group', { name: best.name, exact: true });
    await saved.getByRole('link', { name: 'Who is in it' }).click();
    const list = page.getByRole('table', { name: `Customers in ${best.name}` });
    await list.getByRole('link', { name: 'Ada Byron' }).click();
    await page.getByRole('region', { name: 'Segments' }).getByRole('link', { name: best.name }).waitFor();
    expect(complaints).toEqual([expect.stringContaining('400')]);
    await page.context().close();
  });

  it('say so where nobody is in one, and where there is none of that name', async () => {
    await define();
    const { page } = await opened('/segments/often', 'csr');
    await page.getByText('Nobody so far').waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('Nobody is in it').waitFor();
    await isAsItShouldBe(page);
    await page.goto(`${platform.url}/segments/gone`);
    await page.getByRole('alert').getByText('No segment gone is defined.').waitFor();
    await page.context().close();
  });

  it('are names alone to a store, which may not see who else is in them', async () => {
    await define();
    const { page } = await opened('/customers/A-1', 'associate');
    const panel = page.getByRole('region', { name: 'Segments' });
    await panel.getByText(mugs.name).waitFor();
    expect(await panel.getByRole('link').count()).toBe(0);
    await page.context().close();
  });
});
