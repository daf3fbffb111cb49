import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '@tributary/testing';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const home = { name: 'Ada Byron', street: '1 Ring', postalCode: '04109', city: 'Leipzig', country: 'DE' };

whenBrowsable('An order that is taken on the phone, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 100, 'store-1': 3 });
    await stock(platform, 'JUG', { 'dc-1': 10, 'store-1': 2 });
    const guest = { name: 'Grete Gast', phone: '030 7654321' };
    await platform.publish(
      event('tributary.product.updated.v1', {
        sku: 'MUG-RED',
        name: 'Red mug',
        prices: [{ currency: 'EUR', unitPrice: '10.00' }],
      }),
      event('tributary.product.updated.v1', {
        sku: 'JUG',
        name: 'Large jug',
        prices: [{ currency: 'EUR', unitPrice: '20.00' }],
      }),
      event('tributary.customer.updated.v1', {
        id: 'C-1',
        name: 'Ada Byron',
        email: 'ada@example.com',
        addresses: [home],
      }),
      event('tributary.order.captured.v1', webOrder('of-guest', { customer: guest, lines: [line('CUP')] })),
    );
    await platform.order('web.of-guest');
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const opened = async (width = 1440, height = 900, role: 'csr' | 'ops' = 'csr') => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}/new-order`);
    await visitor.page.getByRole('heading', { name: 'New order' }).waitFor();
    return visitor;
  };
  const chooseAda = async (page: Page): Promise<void> => {
    await page.getByRole('searchbox', { name: 'Find the customer' }).fill('ad byr');
    await page.getByRole('button', { name: 'Ada Byron' }).click();
    await page.getByText('Customer C-1').waitFor();
  };
  const add = async (page: Page, typed: string, name: string): Promise<Locator> => {
    await page.getByRole('searchbox', { name: 'Find goods' }).fill(typed);
    await page.getByRole('button', { name: `Add ${name}` }).click();
    const item = page.getByRole('list', { name: 'What is ordered' }).getByRole('group', { name });
    await item.waitFor();
    return item;
  };
  const placing = (page: Page): Locator => page.getByRole('button', { name: 'Place the order' });
  /** Where the console is after the order was placed: at its page. */
  const placedOrder = async (page: Page): Promise<string> => {
    await page.waitForURL(/\/orders\/phone\./);
    return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
  };

  it('is found again by whoever was away for too long, and by nobody else', async () => {
    const { page } = await opened();
    const signInAs = async (role: 'csr' | 'supervisor') => {
      await page.getByLabel('API key').fill(await platform.keyOf(role));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'New order' }).waitFor();
    };
    const awayForTooLong = async () => {
      await page.context().clearCookies();
      await page.getByRole('searchbox', { name: 'Find goods' }).fill('jug');
      await page.getByText('You were signed in for a while').waitFor();
    };
    await chooseAda(page);
    await awayForTooLong();
    await signInAs('csr');
    await page.getByText('Customer C-1').waitFor();
    await awayForTooLong();
    await signInAs('supervisor');
    await page.getByRole('searchbox', { name: 'Find the customer' }).waitFor();
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is for a customer who was found, of goods that were found, on %s', async (_, width, height) => {
    const { page, complaints } = await opened(width, height);
    await chooseAda(page);
    expect(await page.getByRole('group', { name: 'Address' }).getByLabel('City').inputValue()).toBe(
      'Leipzig',
    );
    const mug = await add(page, 'red', 'Red mug');
    await mug.getByLabel('Quantity').fill('2');
    await mug.getByText('can be sent now').waitFor();
    const jug = await add(page, 'jug', 'Large jug');
    await jug.getByLabel('Method').selectOption('Pickup');
    await jug.getByText('Can be collected now: Store Berlin').waitFor();
    await jug.getByLabel('Store').click();
    await page.getByRole('option', { name: 'Store Berlin' }).click();
    await jug.getByText('can be collected at Store Berlin now').waitFor();
    await jug.getByLabel('Unit price').fill('18');
    await placing(page).click();
    await jug.getByText('Say why the price differs.').waitFor();
    await jug.getByLabel('Why another price').fill('A scratch.');
    await page.getByLabel('Shipping').fill('4.90');
    const sum = page.getByRole('region', { name: 'Sum' });
    await sum.getByText('€42.90').waitFor();
    await sum.getByText('To be collected at Store Berlin: 1 × Large jug').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);

    await page.reload();
    await sum.getByText('€42.90').waitFor();
    await placing(page).click();
    const orderId = await placedOrder(page);
    await page.getByText('the other price or discount is agreed').waitFor();
    await page.getByRole('region', { name: 'Money' }).getByText('€42.90').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await platform.order(orderId, ({ money }) => money.total === 4_290)).toMatchObject({
      channel: 'phone',
      customer: { id: 'C-1', name: 'Ada Byron', email: 'ada@example.com' },
      shipTo: home,
      lines: [
        { sku: 'MUG-RED', quantity: 2, unitPrice: '10.00', method: 'ship' },
        { sku: 'JUG', quantity: 1, unitPrice: '18', method: 'pickup', pickupAt: 'store-1' },
      ],
      money: { total: 4_290, owed: 4_290 },
    });
    expect(await page.evaluate("sessionStorage.getItem('tributary.new-order')")).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is at the price of the catalogue where another is above the limits, and that is said', async () => {
    const { page } = await opened();
    await page.getByRole('searchbox', { name: 'Find the customer' }).fill('7654321');
    await page.getByRole('button', { name: 'Grete Gast' }).click();
    await page.getByText('A guest').waitFor();
    const mug = await add(page, 'mug', 'Red mug');
    await mug.getByLabel('Unit price').fill('4');
    await mug.getByLabel('Why another price').fill('A friend.');
    await placing(page).click();
    await page.getByText('an address names at least its country').waitFor();
    await page.getByRole('group', { name: 'Address' }).getByLabel('Country').fill('DE');
    await placing(page).click();
    const orderId = await placedOrder(page);
    await page.getByText('above what you may agree on, and waits for a supervisor').waitFor();
    await page.getByRole('region', { name: 'Waits for a supervisor' }).waitFor();
    expect(await platform.order(orderId)).toMatchObject({
      money: { total: 1_000 },
      proposals: [{ difference: -600 }],
    });
    await page.context().close();
  });

  it('is placed once where its answer was lost, and told so where it was changed meanwhile', async () => {
    const { page } = await opened();
    await chooseAda(page);
    const mug = await add(page, 'mug', 'Red mug');
    const names: (string | undefined)[] = [];
    await page.route('**/v1/orders', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      names.push(route.request().headers()['idempotency-key']);
      if (names.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await placing(page).click();
    await page.getByRole('alert').getByText('The platform did not answer').waitFor();
    await mug.getByLabel('Quantity').fill('2');
    await placing(page).click();
    const earlier = page.getByRole('alert').filter({ hasText: 'This order is placed already' });
    await earlier.waitFor();
    expect(await mug.getByLabel('Quantity').inputValue()).toBe('2');
    await mug.getByLabel('Quantity').fill('1');
    await placing(page).click();
    const orderId = await placedOrder(page);
    expect((await platform.order(orderId)).lines).toMatchObject([{ quantity: 1 }]);
    expect(names).toEqual([names[0], names[0], names[0]]);
    await page.context().close();
  });

  it('says that it is placed where what was agreed could not be, and does that once it can', async () => {
    const { page } = await opened();
    await chooseAda(page);
    await add(page, 'mug', 'Red mug');
    await page.getByLabel('Discount, EUR').fill('1');
    let refused = 0;
    await page.route('**/v1/orders/*/change', (route) =>
      refused++ === 0 ? route.abort() : route.continue(),
    );
    await placing(page).click();
    await page.getByText('The order is placed, at the prices of the catalogue').waitFor();
    expect(await page.getByLabel('Discount, EUR').isDisabled()).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    const orderId = await placedOrder(page);
    await platform.order(orderId, ({ money }) => money.total === 900);
    const { body } = await platform.get(`/v1/orders?customer=C-1&limit=200`);
    expect(body.items.filter((one: Json) => one.orderId === orderId)).toHaveLength(1);
    await page.context().close();
  });

  it('needs no pointer', async () => {
    const { page, complaints } = await opened();
    const hasFocus = async (one: Locator) => (await one.and(page.locator(':focus')).count()) === 1;
    const tabTo = async (one: Locator): Promise<void> => {
      await one.waitFor();
      for (let tabs = 0; tabs < 80 && !(await hasFocus(one)); tabs++) await page.keyboard.press('Tab');
      expect(await hasFocus(one)).toBe(true);
    };
    await tabTo(page.getByRole('searchbox', { name: 'Find the customer' }));
    await page.keyboard.type('byron');
    await tabTo(page.getByRole('button', { name: 'Ada Byron' }));
    await page.keyboard.press('Enter');
    const finder = page.getByRole('searchbox', { name: 'Find the customer' });
    await until('the search has the focus again', () => hasFocus(finder));
    await tabTo(page.getByRole('searchbox', { name: 'Find goods' }));
    await page.keyboard.type('mug');
    await tabTo(page.getByRole('button', { name: 'Add Red mug' }));
    await page.keyboard.press('Enter');
    await tabTo(placing(page));
    await page.keyboard.press('Enter');
    const orderId = await placedOrder(page);
    expect((await platform.order(orderId)).money.total).toBe(1_000);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is for those who serve customers, and gone with who signs out', async () => {
    const { page: ops } = await opened(1440, 900, 'ops');
    await ops.getByText('You cannot place orders').waitFor();
    const rooms = { name: 'Rooms' };
    expect(await ops.getByRole('navigation', rooms).getByRole('link', { name: 'New order' }).count()).toBe(0);
    await ops.context().close();

    const { page } = await opened();
    await page.getByRole('navigation', rooms).getByRole('link', { name: 'New order' }).waitFor();
    await chooseAda(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('API key').waitFor();
    expect(await page.evaluate("sessionStorage.getItem('tributary.new-order')")).toBeNull();
    await page.context().close();
  });
});
