import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import * as browsing from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

browsing.whenBrowsable('The console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), browsing.openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 100 });
    await platform.publish(
      event(
        'tributary.order.captured.v1',
        webOrder('7001', {
          customer: { name: 'Ada <b>Lovelace</b>', email: 'ada@example.com' },
          lines: [line('MUG-RED', 2, { name: 'Red mug' })],
        }),
      ),
    );
    const { fulfilments } = await platform.order('web.7001', ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.shipment.dispatched.v1', {
        orderId: 'web.7001',
        fulfilmentId: fulfilments[0].fulfilmentId,
        shipmentId: 'S1',
        tracking: 'TRACK-1',
      }),
    );
    await platform.order('web.7001', ({ status }) => status === 'fulfilled');
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const visit = (width: number, height: number) => browsing.visit(browser, width, height);
  const signIn = (page: Page) => browsing.signIn(page, platform.url);

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('finds, opens and follows an order on %s', async (place, width, height) => {
    const { page, complaints } = await visit(width, height);
    await signIn(page);

    await page.getByRole('searchbox', { name: 'Search orders' }).fill('ada@example');
    await page.getByText('Found for').waitFor();
    await page.getByRole('link', { name: '7001' }).click();
    await page.waitForURL(/\/orders\/web\.7001/);
    const shown = [
      ['Lines', 'Red mug'],
      ['Customer', 'Ada <b>Lovelace</b>'],
      ['Sourcing decisions', 'Warehouse Leipzig'],
      ['Fulfilments', 'TRACK-1'],
      ['Timeline', 'Placed: 2 × MUG-RED'],
      ['Timeline', 'Shipped from dc-1'],
    ] as const;
    for (const [panel, text] of shown)
      await page
        .getByRole('region', { name: panel })
        .getByText(text)
        .filter({ visible: true })
        .first()
        .waitFor();

    expect(await browsing.widerThanShown(page)).toBe(0);

    await page.reload();
    await page.getByText('Placed: 2 × MUG-RED').waitFor();

    await page.goto(`${platform.url}/orders`);
    await page.getByText('Live', { exact: true }).first().waitFor();
    const number = `live-${place.replace(' ', '-')}`;
    await page.evaluate('window.notReloaded = true');
    await platform.publish(event('tributary.order.captured.v1', webOrder(number)));
    await page.getByRole('link', { name: number }).waitFor();
    expect(await page.evaluate('window.notReloaded')).toBe(true);

    const first = page.locator('[data-row-link]').first();
    await first.focus();
    await platform.publish(event('tributary.order.captured.v1', webOrder(`${number}-2`)));
    await page.getByRole('button', { name: /new or changed – refresh$/ }).waitFor();
    expect(await first.textContent()).toBe(number);
    expect(await barriersOn(page)).toEqual([]);
    await first.blur();
    await page.getByRole('link', { name: `${number}-2` }).waitFor();

    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('holds an order, releases several at once and cancels another on %s', async (place, width, height) => {
    const numbers = [1, 2].map((one) => `held-${place.replace(' ', '-')}-${one}`);
    await platform.publish(
      ...numbers.map((number) =>
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED')] })),
      ),
    );
    await platform.settled();
    const { page, complaints } = await visit(width, height);
    await signIn(page);
    for (const number of numbers) {
      await page.goto(`${platform.url}/orders/web.${number}`);
      const form = page.getByRole('region', { name: 'Hold', exact: true });
      await form.getByLabel('Reason').fill('fraud');
      await form.getByLabel('Note').fill('A large first order.');
      await page.keyboard.press('Escape');
      await form.getByRole('button', { name: 'Hold the order' }).click();
      await page.getByRole('region', { name: 'On hold' }).getByText('A large first order.').waitFor();
    }
    expect(await barriersOn(page)).toEqual([]);

    await page.goto(`${platform.url}/held`);
    await page.waitForURL(/\/queues\/held/);
    expect(await browsing.widerThanShown(page)).toBe(0);
    for (const number of numbers) await page.getByRole('checkbox', { name: `Choose ${number}` }).check();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('What was found').fill('Known customers.');
    await page.getByRole('button', { name: 'Release 2 orders' }).click();
    const came = page.getByRole('region', { name: 'What came of it' });
    await came.getByText('Released: 2 of 2.').waitFor();
    await page.getByText('Nothing stands here').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await platform.order(`web.${numbers[1]}`, ({ status }) => status === 'allocated');

    await page
      .getByRole('navigation', { name: 'Queues' })
      .getByRole('link', { name: /^Unpaid/ })
      .click();
    const other = page.getByRole('checkbox', { name: `Choose ${numbers[0]}` });
    await other.focus();
    await page.keyboard.press('Space');
    await page.getByLabel('What to do').selectOption('Cancel');
    expect(await page.getByRole('button', { name: 'Cancel 1 order' }).isDisabled()).toBe(true);
    await page.getByLabel('Why').fill('Recalled.');
    await page.keyboard.press('Enter');
    await came.getByText('Cancelled: 1 of 1.').waitFor();
    await other.waitFor({ state: 'detached' });
    expect([await barriersOn(page), await browsing.widerThanShown(page)]).toEqual([[], 0]);
    await platform.order(`web.${numbers[0]}`, ({ status }) => status === 'cancelled');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says whom to ask for another payment once one ran out, on the order and in its queue', async () => {
    const number = 'ran-out';
    const payments = [{ paymentId: 'P1', method: 'card', amount: 1_000, status: 'authorised' as const }];
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED')], payments })),
    );
    await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.payment.expired.v1', { orderId: `web.${number}`, paymentId: 'P1' }),
    );
    await platform.order(`web.${number}`, ({ queues }) => queues?.includes('expired'));
    const { page, complaints } = await visit(1440, 900);
    await signIn(page);
    await page.goto(`${platform.url}/overview`);
    await page.getByRole('link', { name: /^Payment expired/ }).click();
    await page.getByText('€10.00 not covered').waitFor();
    await page.getByRole('link', { name: number }).click();
    await page
      .getByRole('region', { name: 'Payment to be asked for' })
      .getByText('Card authorisation expired.')
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('dismisses a message with a reason, and all others of its kind', async () => {
    const wrong = (id: string, source: string) => ({
      specversion: '1.0',
      id,
      source,
      type: 'com.example.unknown',
      data: {},
    });
    const messages = ['1', '2', '3'].map((id) => wrong(id, 'urn:e2e:wrong-export'));
    await platform.post('/v1/events', [...messages, wrong('other', 'urn:e2e:other')]);
    await platform.settled();
    const { page, complaints } = await visit(1440, 900);
    await signIn(page);
    await page.goto(`${platform.url}/quarantine`);
    await page.getByText('4 messages wait').waitFor();

    await page.getByRole('listitem').filter({ hasText: 'urn:e2e:other' }).getByRole('link').click();
    const panel = page.getByRole('region', { name: 'Dismiss' });
    expect(await panel.getByRole('button', { name: 'Dismiss this message' }).isDisabled()).toBe(true);
    await panel.getByLabel('Reason').fill('Nobody knows this system');
    await panel.getByRole('button', { name: 'Dismiss this message' }).click();
    await page.getByText('Nobody knows this system').waitFor();
    await page.getByText('3 messages wait').waitFor();

    await page
      .getByRole('listitem')
      .filter({ hasText: 'urn:e2e:wrong-export' })
      .first()
      .getByRole('link')
      .click();
    await panel.getByLabel('Reason').fill('A wrong export');
    await panel.getByRole('button', { name: 'Dismiss all of this kind' }).click();
    await page.getByText('3 messages were dismissed.').waitFor();
    await page.getByText('0 messages wait').waitFor();
    expect(await page.getByRole('button', { name: 'Release as it is' }).isEnabled()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['#1 2/3', '50%2F25%', '..'])('opens an order whatever its number: %s', async (number) => {
    const sku = 'LAMP 1/2"';
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number, { customer: { id: 'C/1' }, lines: [line(sku)] })),
      event('tributary.product.updated.v1', { sku, name: 'Amber lamp' }),
      event('tributary.customer.updated.v1', { id: 'C/1', name: 'Zoë Quist' }),
    );
    await platform.settled();
    const { page, complaints } = await visit(1440, 900);
    await signIn(page);
    await page.getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
    await page.reload();
    await page.getByRole('region', { name: 'Lines' }).getByText('Amber lamp').waitFor();
    await page.getByRole('region', { name: 'Customer' }).getByText('Zoë Quist').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('explains the money of an order and asks for some of it back on %s', async (place, width, height) => {
    const number = `money-${place.replace(' ', '-')}`;
    const orderId = `web.${number}`;
    await platform.publish(
      event('tributary.order.captured.v1', webOrder(number)),
      event('tributary.payment.captured.v1', { orderId, paymentId: 'P1', method: 'card', amount: 1_250 }),
    );
    await platform.order(orderId, ({ money }) => money.owed === -250);
    const { page, complaints } = await visit(width, height);
    await signIn(page);
    await page.goto(`${platform.url}/orders/${orderId}`);
    const money = page.getByRole('region', { name: 'Money' });
    await money.getByRole('button', { name: '€12.50, Captured: how it adds up' }).press('Enter');
    await money.getByText('Captured: €12.50').waitFor();
    await money.getByText('Payment P1 took money').waitFor();
    expect(await money.getByRole('link', { name: /^Where this came from:/ }).count()).toBe(1);
    await money.getByRole('button', { name: 'All that moved the money' }).press('Enter');
    await money.getByText('Captured: €12.50').waitFor({ state: 'detached' });
    expect(await money.getByRole('link', { name: /^Where this came from:/ }).count()).toBe(2);
    await money.getByText('How it adds up').click();
    await money.getByText('Payment P1 took money').waitFor({ state: 'detached' });
    await money.getByText('How it adds up').click();

    await money.getByText('Give money back').click();
    await money.getByLabel('Reason').fill('Paid too much.');
    expect(await money.getByLabel('Amount in EUR').inputValue()).toBe('2.50');
    await money.getByLabel('By').selectOption('P1');
    expect(await barriersOn(page)).toEqual([]);
    await money.getByRole('button', { name: 'Ask for the refund' }).click();
    const asked = money.getByRole('list', { name: 'Refunds asked for' });
    await asked.getByText('Requested').waitFor();
    expect(await money.getByLabel('Amount in EUR').inputValue()).toBe('');

    const { refunds } = await platform.order(orderId);
    await platform.publish(
      event('tributary.refund.issued.v1', { orderId, refundId: refunds[0].refundId, amount: 250 }),
    );
    await asked.getByText('Issued').waitFor();
    await money.getByText(`Refund ${refunds[0].refundId} gave back by payment P1`).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const wider = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect([wider, complaints]).toEqual([0, []]);
    await page.context().close();
  });

  it('lets nobody in without a key that is known', async () => {
    const { page } = await visit(1440, 900);
    await page.goto(`${platform.url}/orders/web.7001`);
    await page.getByLabel('API key').fill('trb_not-a-key');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This key is not known here').waitFor();
    expect(await page.getByText('Ada').count()).toBe(0);
    await page.context().close();
  });
});
