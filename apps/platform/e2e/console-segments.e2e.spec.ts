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
    await platform.publish(
      ...[ada, zoe].map((who) => event('tributary.customer.updated.v1', who)),
      event('tributary.order.captured.v1', webOrder('a1', { customer: { id: ada.id }, lines })),
      event('tributary.order.captured.v1', webOrder('a2', { customer: { id: ada.id }, lines })),
      event('tributary.order.captured.v1', webOrder('z1', { customer: { id: zoe.id }, lines })),
    );
    for (const orderId of ['web.a1', 'web.a2', 'web.z1']) await platform.order(orderId);
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
