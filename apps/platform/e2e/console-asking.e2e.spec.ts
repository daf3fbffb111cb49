import { text } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('Orders, asked for by fields in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 10 });
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder('has', {
          lines: [line('MUG', 2)],
          customer: { name: 'José García', email: 'jo.garcia@example.com' },
        }),
      ),
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

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])(
    'are those of which all terms hold, and what cannot be read is said at the field, on %s',
    async (_, width, height) => {
      const { page } = await visit(browser, width, height);
      await signIn(page, platform.url);
      const box = page.getByRole('searchbox', { name: 'Search orders' });
      await page.getByRole('link', { name: 'has' }).waitFor();
      await box.fill('status:backordered channel:web');
      await page.getByRole('link', { name: 'has' }).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'waits' }).waitFor();
      await box.fill('statsu:held');
      await page
        .getByText(/statsu.*status/)
        .first()
        .waitFor();
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      expect(await barriersOn(page)).toEqual([]);
      expect(await widerThanShown(page)).toBe(0);
      await box.fill('sku:MU*');
      await page.getByRole('link', { name: 'has' }).waitFor();
      expect(await page.getByRole('link', { name: 'waits' }).count()).toBe(0);
      const remove = (term: string) => page.getByRole('button', { name: `Remove ${term}`, exact: true });
      await box.fill('status:(backordered OR held) -channel:pos');
      await remove('channel is not pos').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await widerThanShown(page)).toBe(0);
      await remove('status: backordered or held').press('Enter');
      await page.getByRole('link', { name: 'has' }).waitFor();
      expect(await box.inputValue()).toBe('-channel:pos');
      await page.keyboard.press('Enter');
      await remove('channel is not pos').waitFor({ state: 'detached' });
      expect(await box.inputValue()).toBe('');
      await page.context().close();
    },
  );

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are saved as a file, which says how many they are, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    // Before the list comes, what is asked for is not yet what is saved.
    await page.getByRole('link', { name: 'has' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search orders' }).fill('status:backordered');
    await page.getByRole('link', { name: 'has' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'waits' }).waitFor();
    const saving = page.getByRole('button', { name: 'Save as CSV' });
    await saving.focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await page.getByText('1 order saved.').waitFor();
    const rows = (await text(await download.createReadStream())).trim().split('\r\n');
    expect([download.suggestedFilename(), rows.length]).toEqual(['orders.csv', 2]);
    expect(rows[1]).toMatch(/^web\.waits,/);
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);

    await page.route('**/v1/orders?**', (route) => route.abort());
    await saving.click();
    await page.getByText('Not saved: ').waitFor();
    await page.unroute('**/v1/orders?**');
    const again = page.getByRole('button', { name: 'Start again' });
    await Promise.all([page.waitForEvent('download'), again.click()]);
    await page.getByText('1 order saved.').waitFor();
    expect(complaints.every((each) => each.includes('ERR_FAILED'))).toBe(true);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are shown with the words that were found, misspelt ones too, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    const box = page.getByRole('searchbox', { name: 'Search orders' });
    await box.fill('jo.garcia@exa');
    await page.getByText('E-mail').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['jo.garcia@example.com']);
    await box.fill('jose garica');
    await page.getByText('No order has “jose garica” as it is written').waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['José', 'García', 'garcia']);
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    if (process.env['LOOK']) await page.screenshot({ path: `/tmp/found-${width}.png` });
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
