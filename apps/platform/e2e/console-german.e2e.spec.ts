import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest, adminKey } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('The console in German', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 1_200 });
    await platform.publish(
      event('tributary.product.updated.v1', { sku: 'CUP', name: 'Tasse' }),
      event('tributary.order.captured.v1', webOrder('of-guest', { lines: [line('CUP')] })),
    );
    await platform.order('web.of-guest');
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const signedIn = async (page: Page): Promise<void> => {
    await page.getByLabel('API-Schlüssel').fill(adminKey);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('searchbox', { name: 'Bestellungen suchen' }).waitFor();
  };
  const languageOf = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.lang');

  it('is there for whose browser asks for it, as are its figures', async () => {
    const { page, complaints } = await visit(browser, 1440, 900, 'de-DE');
    await page.goto(`${platform.url}/orders`);
    await signedIn(page);
    expect(await languageOf(page)).toBe('de');
    await page.getByRole('link', { name: 'of-guest' }).click();
    await page.getByRole('heading', { name: 'Bestellung of-guest' }).waitFor();
    await page.getByRole('region', { name: 'Verlauf' }).waitFor();
    await page.goto(`${platform.url}/stock/CUP/dc-1`);
    await page.getByText('1.200').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is chosen, and stays so', async () => {
    const { page } = await visit(browser, 1440, 900);
    await page.goto(`${platform.url}/orders`);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await signedIn(page);
    await page.reload();
    await page.getByRole('searchbox', { name: 'Bestellungen suchen' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('searchbox', { name: 'Search orders' }).waitFor();
    expect(await languageOf(page)).toBe('en');
    await page.context().close();
  });

  const rooms: readonly (readonly [path: string, heading: string])[] = [
    ['/', 'Übersicht'],
    ['/orders', 'Bestellungen'],
    ['/orders/web.of-guest', 'Bestellung of-guest'],
    ['/queues/held', 'Arbeitslisten'],
    ['/new-order', 'Neue Bestellung'],
    ['/returns-desk', 'Retourenannahme'],
    ['/stock', 'Bestand'],
    ['/trade', 'Handel'],
    ['/quarantine', 'Quarantäne'],
    ['/settings', 'Einstellungen'],
    ['/admin', 'Verwaltung'],
  ];

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('fits on %s in every room, and can be used by everybody', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height, 'de-DE');
    await page.goto(`${platform.url}/orders`);
    await signedIn(page);
    for (const [path, heading] of rooms) {
      await page.goto(platform.url + path);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      expect([path, await barriersOn(page), await widerThanShown(page)]).toEqual([path, [], 0]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
