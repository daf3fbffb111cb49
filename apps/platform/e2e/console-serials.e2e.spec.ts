import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('Goods that come back by their serial numbers, in the console', () => {
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

  /** Two cameras and a case, sent; of the cameras the serial numbers are known. */
  const sent = async (number: string): Promise<string> => {
    const orderId = `web.${number}`;
    await Promise.all([`CAM-${number}`, `CASE-${number}`].map((sku) => stock(platform, sku, { 'dc-1': 5 })));
    const lines = [
      line(`CASE-${number}`, 1, { name: 'Case' }),
      line(`CAM-${number}`, 2, { lineId: '2', name: 'Camera' }),
    ];
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines })));
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    const leaving = [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 2, serials: [`SN-${number}-A`, `SN-${number}-B`] },
    ];
    const { fulfilmentId } = fulfilments[0];
    const shipment = { orderId, fulfilmentId, shipmentId: `S-${number}`, lines: leaving };
    await platform.publish(event('tributary.shipment.dispatched.v1', shipment));
    await platform.order(orderId, ({ status }) => status === 'fulfilled');
    await platform.settled();
    return orderId;
  };
  const atDesk = async (role: 'associate' | 'csr', width: number, height: number) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}/returns-desk`);
    return visitor;
  };
  const chooseStore = async (page: Page): Promise<void> => {
    await page.getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option', { name: 'Store Hamburg' }).click();
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const takes = (page: Page): Locator => page.getByRole('button', { name: 'Take it back', exact: true });
  const sizes = [
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ] as const;

  it.each(sizes)('are found with their line chosen, on %s', async (_, width, height) => {
    const number = `serial-${width}`;
    const orderId = await sent(number);
    const { page, complaints } = await atDesk('associate', width, height);
    await page.getByLabel('Find the order').fill(`sn-${number}-b`);
    await page.keyboard.press('Enter');
    const camera = page.getByRole('group', { name: 'Camera' });
    expect(await camera.getByLabel('Serial numbers').inputValue()).toBe(`SN-${number}-B`);
    expect(await camera.getByLabel('Units').inputValue()).toBe('1');
    const other = page.getByRole('group', { name: 'Case' });
    expect(await other.getByLabel('Units').inputValue()).toBe('0');
    await camera.getByLabel('Reason').selectOption('Changed their mind');
    await chooseStore(page);
    await camera.getByLabel('Serial numbers').fill(`SN-${number}-B, SN-${number}-A`);
    await page.getByText('More serial numbers are entered than units come back.').waitFor();
    expect(await takes(page).isDisabled()).toBe(true);
    await camera.getByLabel('Serial numbers').fill(`SN-${number}-B`);
    await isAsItShouldBe(page);
    await takes(page).click();
    await page.getByText('1 × Camera – to be sold again').waitFor();
    const order = await platform.order(orderId, ({ returns }) => returns.length === 1);
    expect(order.returns[0].lines).toMatchObject([{ lineId: '2', quantity: 1 }]);
    expect(order.lines[1].serials).toEqual([
      { serial: `SN-${number}-A` },
      { serial: `SN-${number}-B`, returned: true },
    ]);
    await page.goto(`${platform.url}/orders/${orderId}`);
    const lines = page.getByRole('region', { name: 'Lines' });
    await lines.getByText(`Serial numbers: SN-${number}-A, SN-${number}-B (came back)`).waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(sizes)('are taken back without their order with it, on %s', async (_, width, height) => {
    const sku = `FOUND-${width}`;
    const { page, complaints } = await atDesk('csr', width, height);
    await page.goto(`${platform.url}/returns-desk?without=order`);
    await page.getByLabel('Find goods').last().fill(sku);
    await page.getByRole('button', { name: `Add the SKU ${sku} all the same` }).click();
    const goods = page.getByRole('group', { name: sku });
    await goods.getByLabel('Reason').selectOption('Changed their mind');
    await goods.getByLabel('Serial numbers').fill(`SN-${sku}`);
    // As a scanner does: nothing is taken back yet.
    await page.keyboard.press('Enter');
    await chooseStore(page);
    await isAsItShouldBe(page);
    await takes(page).click();
    await page.getByRole('region', { name: 'Taken back' }).getByText(`1 × ${sku}`).waitFor();
    await platform.settled();
    const { body } = await platform.get('/v1/returns');
    expect(body.items.flatMap(({ lines }: Json) => lines)).toContainEqual(
      expect.objectContaining({ sku, quantity: 1, serials: [`SN-${sku}`] }),
    );
    await page.goto(`${platform.url}/returns`);
    await page.getByText(`Serial numbers: SN-${sku}`).waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
