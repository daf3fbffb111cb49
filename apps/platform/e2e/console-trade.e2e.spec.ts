import type { Browser } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork } from './trade.ts';

const dateOf = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

whenBrowsable('Trade by day, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  const sale = (number: string, businessdate: string) =>
    event(
      'tributary.sale.recorded.v1',
      { channel: 'pos', number, location: 'store-1', currency: 'EUR', lines: [line('MUG', 2)] },
      { businessdate },
    );
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    // Of the one that was told late nothing was known when its day was closed.
    await platform.publish(sale('late', dateOf(10)), sale('s1', dateOf(0)));
    for (const orderId of ['pos.late', 'pos.s1']) await platform.order(orderId);
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is reported and corrected side by side, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url, await platform.keyOf('ops'));
    await page.goto(`${platform.url}/overview`);
    const link = page.getByRole('link', { name: 'Trade by day' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Trade', level: 1 }).waitFor();
    const value = page.getByRole('region', { name: 'Value ordered', exact: true });
    await value.getByRole('img', { name: /on 11 days, .* which differ on 1\./ }).waitFor();
    await value.locator('.recharts-bar-rectangle').last().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    await page.getByLabel('Figure', { exact: true }).selectOption('Units ordered');
    const units = page.getByRole('region', { name: 'Units ordered', exact: true });
    await units.getByText('Table', { exact: true }).click();
    const rows = units.getByRole('row');
    await rows.nth(2).waitFor();
    expect(await rows.nth(1).getByRole('cell').allTextContents()).toEqual(['2', '2', '–']);
    expect(await rows.nth(2).getByRole('cell').allTextContents()).toEqual(['0', '2', '+2']);
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    await page.getByLabel('From', { exact: true }).fill(dateOf(300));
    await page.getByLabel('To', { exact: true }).fill(dateOf(200));
    await page.getByText('No trade on these days').waitFor();
    expect(page.url()).toContain(`from=${dateOf(300)}`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is not for customer service, who is told so', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('csr'));
    await page.goto(`${platform.url}/trade`);
    await page.getByText('You cannot see trade by day').waitFor();
    await page.goto(`${platform.url}/overview`);
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Trade by day' }).count()).toBe(0);
    await page.context().close();
  });
});
