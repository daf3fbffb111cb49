import { until } from '@tributary/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, roomsOf, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const day = 86_400_000;

whenBrowsable('Goods that come back, in the console', () => {
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

  /** Three cups of a SKU of their own at 10.00 that left, paid in full. @param days how long ago */
  const gone = async (number: string, days = 0): Promise<{ orderId: string; sku: string }> => {
    const orderId = `web.${number}`;
    const sku = `CUP-${number}`;
    await stock(platform, sku, { 'dc-1': 10 });
    const payments = [{ paymentId: 'P1', method: 'card', amount: 3_000, status: 'captured' as const }];
    const lines = [line(sku, 3, { name: 'Blue cup' })];
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines, payments })));
    const { fulfilments } = await platform.order(orderId, ({ status }) => status === 'allocated');
    const { fulfilmentId } = fulfilments[0];
    const time = new Date(Date.now() - days * day).toISOString();
    await platform.publish(
      event(
        'tributary.shipment.dispatched.v1',
        { orderId, fulfilmentId, shipmentId: `S-${number}` },
        { time },
      ),
    );
    await platform.order(orderId, ({ status }) => status === 'fulfilled');
    await platform.settled();
    return { orderId, sku };
  };
  const visitAs = async (role: 'associate' | 'csr' | 'analyst', width = 1440, height = 900) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    return visitor;
  };
  const stockAt = async (sku: string, location: string): Promise<number | undefined> => {
    await platform.settled();
    return (await platform.stockOf(sku)).find((one) => one.location === location)?.onHand;
  };
  const goToDesk = async (page: Page): Promise<void> =>
    (await roomsOf(page)).getByRole('link', { name: /desk$/i }).click();
  /** As a scanner does: what is read, and Enter. */
  const scan = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Find the order').fill(text);
    await page.keyboard.press('Enter');
  };
  const storeOn = (page: Page): Locator => page.getByRole('combobox', { name: 'Store' });
  const chooseStore = async (page: Page, name: string): Promise<void> => {
    await storeOn(page).click();
    await page.getByRole('option', { name }).click();
  };
  const cups = (within: Page | Locator): Locator => within.getByRole('group', { name: 'Blue cup' });
  const takes = (page: Page): Locator => page.getByRole('button', { name: 'Take it back', exact: true });
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('may come back, are taken back in another store and credited, on %s', async (_, width, height) => {
    const { orderId, sku } = await gone(`announced-${width}`);
    const { page, complaints } = await visitAs('associate', width, height);
    await page.goto(`${platform.url}/orders/${orderId}`);
    const returns = page.getByRole('region', { name: 'Returns' });
    await returns.getByRole('button', { name: 'Goods may come back' }).click();
    await cups(returns).getByRole('button', { name: 'One more' }).click();
    await returns.getByText('Choose for what they come back.').waitFor();
    await cups(returns).getByLabel('Reason').selectOption('Too small');
    await returns.getByLabel('Note for whoever takes it back').fill('Has the box.');
    await isAsItShouldBe(page);
    await returns.getByRole('button', { name: 'Authorise the return' }).click();
    await returns.getByText('1 × Blue cup – too small').waitFor();
    await returns.getByText('worth €10.00').waitFor();

    await goToDesk(page);
    await scan(page, orderId);
    await page.getByRole('button', { name: 'RMA-1, expected: take it back' }).click();
    await page.getByText('This is RMA-1').waitFor();
    await chooseStore(page, 'Store Hamburg');
    await isAsItShouldBe(page);
    await takes(page).click();
    const taken = page.getByRole('region', { name: 'Taken back' });
    await taken.getByRole('heading', { name: 'RMA-1 was taken back' }).waitFor();
    await until('credit and debt are told', async () =>
      /Credited€10.00Owed to the customer now€10.00/.test(
        (await taken.getByRole('status').textContent()) ?? '',
      ),
    );
    await isAsItShouldBe(page);
    expect(await stockAt(sku, 'store-2')).toBe(1);

    await taken.getByRole('link').click();
    await returns.getByText('€10.00 credited').waitFor();
    const money = page.getByRole('region', { name: 'Money' });
    await money.getByText('Returned goods').waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come back unannounced in two conditions, and the store is remembered for the next', async () => {
    const { orderId, sku } = await gone('unannounced');
    const { page, complaints } = await visitAs('associate', 390, 844);
    await goToDesk(page);
    await page.getByLabel('Find the order').fill('unannounced');
    await page.getByRole('list', { name: 'Orders that were found' }).getByRole('button').click();
    await chooseStore(page, 'Store Hamburg');
    expect(await takes(page).isDisabled()).toBe(true);
    await cups(page).getByRole('button', { name: 'One more' }).click();
    await cups(page).getByLabel('Reason').selectOption('Changed their mind');
    await cups(page).getByRole('button', { name: 'Others are in another condition' }).click();
    await cups(page).getByRole('button', { name: 'One more: Blue cup, damaged' }).click();
    await takes(page).click();
    await page.getByText('1 × Blue cup – damaged').waitFor();
    await page.getByText('1 × Blue cup – to be sold again').waitFor();
    expect(await stockAt(sku, 'store-2')).toBe(1);
    const order: Json = await platform.order(orderId, ({ returns }) => returns.length === 1);
    expect(order.returns[0]).toMatchObject({
      returnId: expect.stringMatching(/^desk-[0-9a-f]{10}$/),
      location: 'store-2',
      lines: [
        { quantity: 1, disposition: 'restock' },
        { quantity: 1, disposition: 'damaged' },
      ],
    });

    await page.getByRole('button', { name: 'More of this order came back' }).click();
    await page.getByText('3 went out, 2 came back').waitFor();
    expect(await storeOn(page).inputValue()).toBe('Store Hamburg');
    await cups(page).getByRole('button', { name: 'One more' }).click();
    expect(await cups(page).getByRole('button', { name: 'One more' }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are taken back without an order where none is found, on %s', async (_, width, height) => {
    const sku = `LOST-${width}`;
    await platform.publish(event('tributary.product.updated.v1', { sku, name: `Lost cup ${width}` }));
    await platform.settled();
    const { page, complaints } = await visitAs('associate', width, height);
    await goToDesk(page);
    await scan(page, `nothing-${width}`);
    await page.getByText('No order was found').waitFor();
    await page.getByRole('button', { name: 'take it back without one' }).click();
    await page.getByLabel('Find goods').last().fill(sku);
    await page.getByRole('button', { name: `Add Lost cup ${width}` }).click();
    const lost = page.getByRole('group', { name: `Lost cup ${width}` });
    await lost.getByRole('button', { name: 'One more' }).click();
    await page.getByText('Choose for what they come back.').waitFor();
    await lost.getByLabel('Reason').selectOption('Changed their mind');
    await lost.getByLabel('Given for it').fill('9.50');
    await page.getByLabel('How it was given').selectOption('Cash');
    await chooseStore(page, 'Store Hamburg');
    await isAsItShouldBe(page);
    await takes(page).click();
    const taken = page.getByRole('region', { name: 'Taken back' });
    await taken.getByText(`2 × Lost cup ${width} – to be sold again`).waitFor();
    await taken.getByText('€9.50').waitFor();
    await isAsItShouldBe(page);
    expect(await stockAt(sku, 'store-2')).toBe(2);
    await taken.getByRole('button', { name: 'Next return' }).click();
    await page.getByLabel('Find the order').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are exchanged for others that are carried out, on %s', async (_, width, height) => {
    const { orderId } = await gone(`exchanged-${width}`);
    const sku = `BOWL-${width}`;
    await stock(platform, sku, { 'store-2': 3 });
    const prices = [{ currency: 'EUR', unitPrice: '14.00' }];
    await platform.publish(event('tributary.product.updated.v1', { sku, name: `Bowl ${width}`, prices }));
    await platform.settled();
    const { page, complaints } = await visitAs('associate', width, height);
    await page.goto(`${platform.url}/returns-desk?order=${orderId}`);
    await chooseStore(page, 'Store Hamburg');
    await cups(page).getByRole('button', { name: 'One more' }).click();
    await cups(page).getByLabel('Reason').selectOption('Too small');
    await takes(page).click();
    await page.getByRole('button', { name: 'Exchange for other goods' }).click();
    await page.getByText('Find what goes out instead.').waitFor();
    await page.getByLabel('Find other goods').last().fill(sku);
    await page.getByRole('button', { name: `Add Bowl ${width}` }).click();
    const form = page.getByRole('form', { name: 'Exchange' });
    await form.getByText('€4.00').waitFor();
    await isAsItShouldBe(page);
    await form.getByRole('button', { name: 'Exchange', exact: true }).click();
    await page.getByText('Other goods went out').waitFor();
    await isAsItShouldBe(page);
    expect(await stockAt(sku, 'store-2')).toBe(2);
    const { money } = await platform.order(orderId, ({ money: now }) => now.refunded === 1_000);
    expect(money).toMatchObject({ credited: 1_000, owed: 0 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are among the returns while their order is not known yet, on %s', async (_, width, height) => {
    const orderId = `web.early-${width}`;
    const lines = [{ sku: 'CUP-EARLY', quantity: 1, refund: 1_000 }];
    await platform.publish(
      event('tributary.return.received.v1', { orderId, returnId: `E-${width}`, currency: 'EUR', lines }),
      event('tributary.fulfilment.accepted.v1', { orderId, fulfilmentId: 'F' }),
    );
    await platform.settled();
    const { page, complaints } = await visitAs('csr', width, height);
    await page.goto(`${platform.url}/returns`);
    const waiting = page.getByRole('region', { name: 'Returns that wait for their order' });
    const own = waiting.getByRole('listitem').filter({ hasText: orderId });
    await own.getByText('Waits until the order is captured').waitFor();
    expect(await own.count()).toBe(1);
    await isAsItShouldBe(page);
    const ofBoth = '/v1/waiting?messageType=tributary.return.received.v1&waitsFor=capture';
    const { items } = (await platform.get(ofBoth)).body;
    expect(items.filter((one: Json) => one.orderId === orderId)).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('come back once where no answer came', async () => {
    const { orderId, sku } = await gone('unanswered');
    const { page, complaints } = await visitAs('associate');
    const asked: (string | undefined)[] = [];
    await page.route('**/returns/*/receive', async (route) => {
      asked.push(`${route.request().url()} ${route.request().headers()['idempotency-key']}`);
      if (asked.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.goto(`${platform.url}/returns-desk?order=${orderId}`);
    await chooseStore(page, 'Store Hamburg');
    await cups(page).getByLabel('Units').fill('2');
    await cups(page).getByLabel('Reason').selectOption('Too large');
    await takes(page).click();
    await page.getByRole('alert').getByText('The platform did not answer').waitFor();
    await page.getByText('3 went out, 2 came back').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Taken back' }).getByText('€20.00').first().waitFor();
    expect(asked).toEqual([expect.any(String), asked[0]]);
    expect(await stockAt(sku, 'store-2')).toBe(2);
    expect((await platform.order(orderId)).lines[0].quantities.returned).toBe(2);
    expect(complaints).toEqual([expect.stringContaining('ERR_FAILED')]);
    await page.context().close();
  });

  it('do not come back again where no answer came and something else is entered then', async () => {
    const { orderId } = await gone('entered-after');
    const { page, complaints } = await visitAs('associate');
    await page.route(
      '**/returns/*/receive',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.goto(`${platform.url}/returns-desk?order=${orderId}`);
    await chooseStore(page, 'Store Hamburg');
    await cups(page).getByRole('button', { name: 'One more' }).click();
    await cups(page).getByLabel('Reason').selectOption('Too large');
    await takes(page).click();
    await page.getByRole('alert').getByText('The platform did not answer').waitFor();
    await page.getByLabel('Note').fill('No box.');
    await takes(page).click();
    await page.getByRole('alert').getByText('It was taken back before').waitFor();
    await platform.settled();
    expect((await platform.order(orderId)).lines[0].quantities.returned).toBe(1);
    expect(complaints).toEqual([expect.stringContaining('ERR_FAILED'), expect.stringContaining('409')]);
    await page.context().close();
  });

  it('may come back although their time is over, for a reason, and are called off', async () => {
    const { orderId } = await gone('too-late', 40);
    const { page, complaints } = await visitAs('csr');
    await page.goto(`${platform.url}/orders/${orderId}`);
    const returns = page.getByRole('region', { name: 'Returns' });
    await returns.getByRole('button', { name: 'Goods may come back' }).click();
    await cups(returns).getByRole('button', { name: 'One more' }).click();
    await cups(returns).getByLabel('Reason').selectOption('Too small');
    await returns.getByRole('button', { name: 'Authorise the return' }).click();
    await returns.getByRole('alert').getByText('could come back until').waitFor();
    await returns.getByLabel('Although its time is over, because').fill('A loyal customer.');
    await isAsItShouldBe(page);
    await returns.getByRole('button', { name: 'Authorise all the same' }).click();
    await returns.getByText('Although its time is over: A loyal customer.').waitFor();
    await returns.getByRole('button', { name: 'Call off RMA-1' }).click();
    await returns.getByText('Nothing came back.').waitFor();
    expect(await platform.order(orderId)).not.toHaveProperty('expectedReturns');
    expect(complaints).toEqual([expect.stringContaining('409')]);
    await page.context().close();
  });

  it('are found by the number of their return, and taken back by keyboard alone', async () => {
    const { orderId } = await gone('by-keyboard');
    const authorised = { returnId: 'RMA-KEYS', lines: [{ lineId: '1', quantity: 2, reason: 'faulty' }] };
    await platform.post(`/v1/orders/${orderId}/returns`, authorised, { as: 'csr' });
    await platform.settled();
    const { page, complaints } = await visitAs('associate');
    const hasFocus = async (one: Locator) => (await one.and(page.locator(':focus')).count()) === 1;
    const tabTo = async (one: Locator): Promise<void> => {
      await one.waitFor();
      for (let tabs = 0; tabs < 60 && !(await hasFocus(one)); tabs++) await page.keyboard.press('Tab');
      expect(await hasFocus(one)).toBe(true);
    };
    await tabTo(page.getByRole('link', { name: 'Returns desk' }));
    await page.keyboard.press('Enter');
    const box = page.getByLabel('Find the order');
    await until('the field has the focus', () => hasFocus(box));
    await page.keyboard.type('rma-keys');
    await page.keyboard.press('Enter');
    await page.getByText('This is RMA-KEYS').waitFor();
    await tabTo(cups(page).getByRole('button', { name: 'One less' }));
    await page.keyboard.press('Enter');
    await tabTo(storeOn(page));
    await page.keyboard.type('Berlin');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(takes(page));
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'RMA-KEYS was taken back' });
    await until('what was taken has the focus', () => hasFocus(heading));
    await page.getByText('1 × Blue cup – to be sold again').waitFor();
    await tabTo(page.getByRole('button', { name: 'Next return' }));
    await page.keyboard.press('Enter');
    await until('the next is asked for', () => hasFocus(box));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('were taken back by somebody else meanwhile: that is said in words', async () => {
    const { orderId } = await gone('meanwhile');
    const lines = [{ lineId: '1', quantity: 1, reason: 'late' }];
    await platform.post(`/v1/orders/${orderId}/returns`, { lines }, { as: 'csr' });
    await platform.settled();
    const { page, complaints } = await visitAs('associate');
    await page.goto(`${platform.url}/returns-desk?order=${orderId}`);
    await page.getByRole('button', { name: 'RMA-1, expected: take it back' }).click();
    await chooseStore(page, 'Store Berlin');
    await platform.post(`/v1/orders/${orderId}/returns/RMA-1/receive`, {}, { as: 'associate' });
    await takes(page).click();
    await page.getByRole('alert').getByText('Return RMA-1 was taken back before.').waitFor();
    expect(complaints).toEqual([expect.stringContaining('409')]);
    await page.context().close();
  });

  it('are only looked at by those who may not take them back', async () => {
    const { orderId } = await gone('looked-at');
    const { page } = await visitAs('analyst');
    await page.goto(`${platform.url}/returns-desk?order=${orderId}`);
    await cups(page).getByText('3 went out').waitFor();
    expect(await takes(page).count()).toBe(0);
    await page.goto(`${platform.url}/orders/${orderId}`);
    await page.getByRole('region', { name: 'Lines' }).getByText('Blue cup').waitFor();
    expect(await page.getByRole('button', { name: 'Goods may come back' }).count()).toBe(0);
    await page.context().close();
  });
});
