import { until } from '@tributary/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('A customer who withdraws, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  /** Three cups at 10.00, of which one arrived. @param time when, UTC ISO 8601 */
  const partlyThere = async (number: string, quantity = 1, time = new Date().toISOString()) => {
    const orderId = `web.${number}`;
    const sku = `CUP-${number}`;
    await stock(platform, sku, { 'dc-1': 10 });
    const lines = [line(sku, 3, { name: 'Blue cup' })];
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines })));
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    const { fulfilmentId } = fulfilments[0];
    const shipmentId = `S-${number}`;
    const left = { orderId, fulfilmentId, shipmentId, lines: [{ lineId: '1', quantity }] };
    await platform.publish(
      event('tributary.shipment.dispatched.v1', left, { time }),
      event('tributary.shipment.delivered.v1', { orderId, shipmentId }, { time }),
    );
    await platform.order(orderId, ({ lines: [one] }) => one.quantities.delivered === quantity);
    await platform.settled();
    return orderId;
  };
  const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Withdrawals' });
  const openOrder = async (role: 'csr' | 'analyst', orderId: string, width = 1440, height = 900) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}/orders/${orderId}`);
    return visitor;
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const hasFocus = async (one: Locator) => (await one.and(one.page().locator(':focus')).count()) === 1;

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is recorded, and given a receipt to be read and printed, on %s', async (_, width, height) => {
    const orderId = await partlyThere(`withdrawn-${width}`);
    const { page, complaints } = await openOrder('csr', orderId, width, height);
    const panel = panelOf(page);
    await panel.getByText('The customer did not withdraw from anything.').waitFor();
    const opener = panel.getByRole('button', { name: 'Withdraw for the customer' });
    await opener.focus();
    await page.keyboard.press('Enter');
    expect(await panel.getByLabel('Units: Blue cup').inputValue()).toBe('3');
    await panel.getByRole('button', { name: 'One less: Blue cup' }).press('Enter');
    await panel.getByRole('button', { name: 'One more: Blue cup' }).press('Enter');
    await panel.getByLabel('Name').fill('Ada Lovelace');
    await panel.getByLabel('E-mail for the receipt').fill('ada@example.com');
    await panel.getByLabel('What they declared').fill('I withdraw from all of it.');
    await isAsItShouldBe(page);
    await panel.getByRole('button', { name: 'Record the withdrawal' }).press('Enter');

    const receipt = panel.getByText('Receipt of withdrawal W-1');
    await until('the receipt has the focus', () => hasFocus(receipt));
    const text = (await receipt.textContent())!;
    expect(text).toContain('2 cancelled, 1 to be sent back');
    expect(text).toContain('I withdraw from all of it.');
    await panel.getByText('comes back as RMA-1').waitFor();
    await panel.getByRole('button', { name: 'Print the receipt of W-1' }).waitFor();
    await isAsItShouldBe(page);
    await page.emulateMedia({ media: 'print' });
    const onPaper = page.getByText('Receipt of withdrawal W-1');
    expect((await onPaper.boundingBox())?.width).toBeGreaterThan(0.9 * width);
    expect(await page.getByText('comes back as RMA-1', { exact: true }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await panel.getByRole('button', { name: 'Receipt of W-1', exact: true }).click();
    await receipt.waitFor({ state: 'detached' });
    const told = await platform.get(`/v1/orders/${orderId}/withdrawals/W-1`, { as: 'csr' });
    expect(told.body.text).toBe(text);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('too late is told the day that it ended', async () => {
    const orderId = await partlyThere('too-late', 3, '2026-03-02T10:00:00Z');
    const { page, complaints } = await openOrder('csr', orderId);
    const panel = panelOf(page);
    await panel.getByRole('button', { name: 'Withdraw for the customer' }).click();
    await panel.getByRole('button', { name: 'Record the withdrawal' }).click();
    const alert = panel.getByRole('alert');
    await alert.getByText('The time to withdraw is over').waitFor();
    await alert.getByText('ended on 2026-03-16').waitFor();
    await isAsItShouldBe(page);
    await panel.getByLabel('When they declared it, if not now').fill('2026-03-10T10:00');
    await panel.getByRole('button', { name: 'Record the withdrawal' }).click();
    await panel.getByText('comes back as RMA-1').waitFor();
    expect(complaints).toEqual([expect.stringContaining('409')]);
    await page.context().close();
  });

  it('is seen without the receipt by those who do not serve customers', async () => {
    const orderId = await partlyThere('looked-at');
    await platform.post(`/v1/orders/${orderId}/withdrawals`, {}, { as: 'integrator' });
    await platform.settled();
    const { page } = await openOrder('analyst', orderId);
    await panelOf(page).getByText('comes back as RMA-1').waitFor();
    expect(await panelOf(page).getByRole('button').count()).toBe(0);
    await page.context().close();
  });
});
