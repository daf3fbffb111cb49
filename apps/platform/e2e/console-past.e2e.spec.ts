import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const hour = (of: number): string => new Date(Date.UTC(2026, 2, 2, of)).toISOString();

whenBrowsable('An order as it was, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 10 });
    const placed = webOrder('was', { lines: [line('CUP', 2, { name: 'Red cup' })] });
    await platform.publish({ ...event('tributary.order.captured.v1', placed), time: hour(8) });
    await platform.order('web.was', ({ status }) => status === 'allocated');
    const payment = { orderId: 'web.was', paymentId: 'P-1', amount: 2_000, method: 'card' };
    await platform.publish({ ...event('tributary.payment.captured.v1', payment), time: hour(10) });
    await platform.order('web.was', ({ money }) => money.captured === 2_000);
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const captured = (page: Page, amount: string) =>
    page.getByRole('region', { name: 'Money' }).getByRole('definition').filter({ hasText: amount }).first();

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is gone through moment by moment, and left again, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}/orders/web.was`);
    await page.getByRole('button', { name: 'As it was' }).click();
    const bar = page.getByRole('region', { name: 'As it was' });
    await bar.getByText(/What had happened by/).waitFor();
    await page.getByText('Nothing came after.').waitFor();
    await bar.getByRole('slider', { name: 'Moment' }).press('Home');
    await page
      .getByRole('region', { name: 'What came after' })
      .getByText(/captured/i)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Change order' }).count()).toBe(0);
    await captured(page, '€0.00').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);

    const address = page.url();
    await page.reload();
    expect(page.url()).toBe(address);
    await bar.getByRole('button', { name: 'Later' }).click();
    await captured(page, '€20.00').waitFor();
    await bar.getByLabel('By').selectOption('What was known here');
    await bar.getByText(/What was known by/).waitFor();
    await bar.getByRole('button', { name: 'Earlier' }).click();
    await captured(page, '€0.00').waitFor();
    await bar.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('button', { name: 'Change order' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
