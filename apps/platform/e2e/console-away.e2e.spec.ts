import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

/** A port that the platform has again after it ended: the page stays at its address. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
};

whenBrowsable('The console, while the platform is away', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([
      PlatformUnderTest.start({ TRIBUTARY_PORT: await freePort() }),
      openBrowser(),
    ]);
    await openNetwork(platform);
    await order('before');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const order = async (number: string): Promise<void> => {
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines: [line('CUP')] })));
    await platform.order(`web.${number}`);
  };
  const told = (page: Page): Locator => page.getByText(/^The platform has not answered since/);
  const gone = (page: Page): Promise<void> => told(page).waitFor({ state: 'detached', timeout: 60_000 });
  const room = (page: Page, name: string): Locator =>
    page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('says so on %s, keeps what it shows, and goes on once it is back', async (what, width, height) => {
    const { page } = await visit(browser, width, height);
    await signIn(page, platform.url);
    const row = page.getByText('before', { exact: true }).first();
    await row.waitFor();
    await platform.end('SIGTERM');
    await told(page).waitFor();
    expect(await row.isVisible()).toBe(true);
    expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
    await platform.start();
    const number = `after-${what.at(-1)}`;
    await order(number);
    await gone(page);
    await page.getByText(number, { exact: true }).first().waitFor();
    await page.context().close();
  });

  it('opens a room that was never opened before as soon as it is back', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url);
    await platform.end('SIGTERM');
    await room(page, 'Stock').click();
    await page.getByRole('heading', { name: 'Not loaded yet' }).waitFor();
    await page.getByText('The platform did not answer').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await platform.start();
    await page.getByRole('heading', { name: 'Stock', exact: true, level: 1 }).waitFor({ timeout: 60_000 });
    expect(page.url()).toBe(`${platform.url}/stock`);
    await page.context().close();
  });

  it('saves nothing, says so, and keeps what was entered', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url);
    await room(page, 'Settings').click();
    const limit = page
      .getByRole('region', { name: 'Approval limits' })
      .getByLabel('Price lowered by')
      .first();
    await limit.fill('30');
    await platform.end('SIGTERM');
    await told(page).waitFor();
    await page.getByRole('button', { name: 'Save approval limits' }).click();
    await page.getByText('Not saved: The platform did not answer').waitFor();
    await platform.start();
    await gone(page);
    expect(await limit.inputValue()).toMatch(/^30/);
    await page.getByRole('button', { name: 'Save approval limits' }).click();
    await page.getByText('Saved.').waitFor();
    await page.context().close();
  });

  it('is loaded anew, once, for a part that a newer one does not have', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.route('**/assets/StockRoom-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await room(page, 'Stock').click();
    await page.getByText('This part of the console could not be loaded').waitFor();
    expect([loads, page.url()]).toEqual([1, `${platform.url}/stock`]);
    expect(await told(page).count()).toBe(0);
    await page.unroute('**/assets/StockRoom-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Stock', exact: true, level: 1 }).waitFor();
    await page.context().close();
  });
});
