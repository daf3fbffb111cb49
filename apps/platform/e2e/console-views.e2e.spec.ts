import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('Views of orders in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 10 });
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('has', { lines: [line('MUG', 2)] })),
      event('tributary.order.captured.v1', webOrder('waits', { lines: [line('NONE', 2)] })),
    );
    await platform.order('web.has', ({ status }) => status === 'allocated');
    await platform.order('web.waits', ({ status }) => status === 'backordered');
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const choose = async (page: Page, item: string | RegExp): Promise<void> => {
    await page.getByRole('button', { name: /^Views/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const box = (page: Page) => page.getByRole('searchbox', { name: 'Search orders' });
  const savedNow = async (): Promise<Json[]> => (await platform.get('/v1/order-views')).body.items;
  const sound = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are saved, handed on, changed, renamed and removed on %s', async (where, width, height) => {
    const name = `Waiting on ${where}`;
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    await page.getByRole('link', { name: 'has' }).waitFor();
    await box(page).fill('status:backordered');
    await page.getByRole('link', { name: 'has' }).waitFor({ state: 'detached' });
    await choose(page, /^Save view/);
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByLabel('For everybody').check();
    await sound(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\?view=[0-9a-f]{32}$/);
    expect(await savedNow()).toMatchObject([{ name, q: 'status:backordered', shared: true }]);

    // Handed on: the address alone opens it.
    await page.goto(page.url());
    await page.getByRole('button', { name: `Views, ${name} is open` }).waitFor();
    await page.getByRole('link', { name: 'waits' }).waitFor();
    expect(await page.getByRole('link', { name: 'has' }).count()).toBe(0);
    expect(await box(page).inputValue()).toBe('status:backordered');

    await box(page).fill('status:allocated');
    await page.waitForURL(/&q=status%3Aallocated$/);
    await choose(page, /^Save changes/);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\?view=[0-9a-f]{32}$/);
    await choose(page, /^Rename/);
    await page.getByRole('textbox', { name: 'Name' }).fill('Held here');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Views, Held here is open' }).waitFor();
    expect(await savedNow()).toMatchObject([{ name: 'Held here', q: 'status:allocated' }]);

    await page.getByRole('button', { name: /^Views/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Held here' }).waitFor();
    await sound(page);
    await page.keyboard.press('Escape');
    await choose(page, /^Remove/);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Views', exact: true }).waitFor();
    expect(await savedNow()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that are not there are said to be so', async () => {
    const { page } = await visit(browser, 390, 844);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}/orders?view=gone`);
    await page.getByText('This view is not there').waitFor();
    await page.getByRole('link', { name: 'has' }).waitFor();
    await sound(page);
    await page.context().close();
  });
});
