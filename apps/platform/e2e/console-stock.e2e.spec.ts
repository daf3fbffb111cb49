import type { Browser, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, webOrder } from './trade.ts';

const hour = (of: number): string => new Date(Date.UTC(2026, 2, 2, of)).toISOString();
const place = { sku: 'CUP/RED', location: 'dc-1' };
const position = '/stock/CUP%2FRED/dc-1';

const sizes = [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const;

whenBrowsable('Stock, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  const tell = async (message: object) => {
    await platform.publish(message);
    await platform.settled();
  };
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await tell(event('tributary.product.updated.v1', { sku: place.sku, name: 'Red cup' }));
    const received = { ...place, quantity: 10, purchaseOrder: 'PO-7' };
    await tell(event('tributary.stock.received.v1', received, { time: hour(8) }));
    const placed = webOrder('cup', { lines: [line(place.sku, 3)] });
    await tell({ ...event('tributary.order.captured.v1', placed), time: hour(9) });
    await platform.order('web.cup', ({ status }) => status === 'allocated');
    await tell(
      event('tributary.stock.adjusted.v1', { ...place, delta: -1, reason: 'broken' }, { time: hour(11) }),
    );
    for (const [location, quantity] of Object.entries({ 'store-2': 5, attic: 2 }))
      await tell(
        event('tributary.stock.counted.v1', { sku: place.sku, location, quantity }, { time: hour(12) }),
      );
    await platform.put('/v1/locations/store-2', {
      name: 'Store Hamburg',
      kind: 'store',
      address: { country: 'DE' },
      capabilities: ['ship', 'pickup'],
      active: false,
    });
    await platform.put('/v1/availability-policy', {
      rules: [{ channels: ['marketplace'], keepBack: 1, most: 2 }],
    });
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const isAsItShouldBe = async (page: Page) => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const figure = (page: Page, name: string, units: number) =>
    page.locator('dl > div').filter({ hasText: name }).getByText(String(units), { exact: true }).waitFor();

  it.each(sizes)(
    'is told as the sum of what happened, now and as of a moment, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url);
      await page.goto(`${platform.url}${position}`);
      await page.getByRole('heading', { level: 1, name: 'Red cup at Warehouse Leipzig' }).waitFor();
      await figure(page, 'On hand', 9);
      await figure(page, 'Reserved', 3);
      await figure(page, 'Available', 6);
      const ledger = page.getByRole('region', { name: 'How it came about' });
      await ledger.getByText('Received against PO-7').waitFor();
      await ledger.getByText('Corrected: broken').waitFor();
      await ledger
        .getByText(/^recorded .* later/)
        .first()
        .waitFor();
      await isAsItShouldBe(page);

      await page.goto(`${platform.url}${position}?asOf=${hour(8)}`);
      await figure(page, 'On hand', 10);
      await figure(page, 'Reserved', 0);
      await page.getByText(/^What had happened by .*2026/).waitFor();
      await ledger.getByText('not by that moment').first().waitFor();
      expect(await ledger.getByText('not by that moment').count()).toBe(2);
      await isAsItShouldBe(page);
      await page.getByRole('button', { name: 'Back to now' }).press('Enter');
      await figure(page, 'On hand', 9);

      await page.getByLabel('What was known here by').fill('2020-01-01T00:00:00');
      await page.getByRole('button', { name: 'Show' }).press('Enter');
      await figure(page, 'On hand', 0);
      expect(new URL(page.url()).searchParams.get('knownAt')).toMatch(/\.999Z$/);
      await page.getByRole('button', { name: 'Back to now' }).press('Enter');
      await figure(page, 'On hand', 9);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(sizes)(
    'is found by what goods are called, location by location, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url);
      await page
        .getByRole('navigation', { name: 'Rooms' })
        .getByRole('link', { name: 'Stock' })
        .press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Stock' }).waitFor();
      await isAsItShouldBe(page);
      await page.getByRole('searchbox', { name: 'Find goods' }).fill('red cup');
      const found = page.getByRole('list', { name: 'Goods that were found' });
      await found.getByRole('link', { name: 'Red cup CUP/RED' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Stock of Red cup' }).waitFor();
      const places = page.getByRole('region', { name: 'By location' });
      const row = (name: string) =>
        places.getByRole(width > 640 ? 'row' : 'listitem').filter({ hasText: name });
      await row('Warehouse Leipzig')
        .filter({ hasText: /9.*3.*6/ })
        .waitFor();
      await row('Store Hamburg').filter({ hasText: 'Closed' }).waitFor();
      await row('attic').filter({ hasText: 'Not in the network' }).waitFor();
      await row('In all')
        .filter({ hasText: /16.*3.*13/ })
        .waitFor();
      await row('Of it where it is sold')
        .filter({ hasText: /9.*3.*6/ })
        .waitFor();

      const sellable = page.getByRole('region', { name: 'What can be sold' });
      await sellable.getByText('6 can be sold.').waitFor();
      await sellable.getByLabel('As this channel is told').fill('marketplace');
      await sellable.getByRole('button', { name: 'Ask' }).press('Enter');
      await sellable.getByText('2 can be sold over marketplace, which is told 2 at most.').waitFor();
      await sellable.getByText('1 kept back').waitFor();
      await sellable.getByText('5 not counted: closed').waitFor();
      await isAsItShouldBe(page);

      await page.goto(`${page.url()}&asOf=${hour(8)}`);
      await row('Warehouse Leipzig')
        .filter({ hasText: /10.*0.*10/ })
        .waitFor();
      expect(await places.getByText('Store Hamburg').count()).toBe(0);
      expect(await sellable.count()).toBe(0);
      await isAsItShouldBe(page);
      await places.getByRole('link', { name: 'Warehouse Leipzig' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Red cup at Warehouse Leipzig' }).waitFor();
      await figure(page, 'On hand', 10);
      expect(new URL(page.url()).searchParams.get('asOf')).toBe(hour(8));
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(sizes)('leads from an entry to its cause and to its order, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}${position}`);
    const ledger = page.getByRole('region', { name: 'How it came about' });
    await ledger.getByRole('link', { name: 'Where this came from: Reserved for an order' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Where this came from' }).waitFor();
    await page
      .getByRole('region', { name: 'What led to what' })
      .locator('[aria-current]')
      .filter({ hasText: 'Stock is held for a line of an order' })
      .getByRole('link', { name: 'CUP/RED at dc-1' })
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Red cup at Warehouse Leipzig' }).waitFor();
    await ledger.getByRole('link', { name: 'web.cup' }).press('Enter');
    await page.getByRole('button', { name: 'Change order' }).waitFor();
    await page.getByRole('region', { name: 'Lines' }).getByRole('link', { name: place.sku }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Stock of Red cup' }).waitFor();
    await page.goBack();

    const decisions = page.getByRole('region', { name: 'Sourcing decisions' });
    await decisions.getByText(/considered$/).click();
    await decisions.getByRole('link', { name: '10, Red cup' }).press('Enter');
    await page
      .getByText(/^What was known here by /)
      .filter({ hasText: '20' })
      .waitFor();
    await figure(page, 'On hand', 10);
    await figure(page, 'Reserved', 0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is told part by part where its ledger is long, down to the first entry', async () => {
    const sku = 'LONG';
    for (let quantity = 1; quantity <= 60; quantity += 1)
      await platform.publish(event('tributary.stock.counted.v1', { sku, location: 'dc-1', quantity }));
    await platform.settled();
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}/stock/${sku}/dc-1`);
    const rows = page.getByRole('region', { name: 'How it came about' }).getByRole('row');
    await rows.filter({ hasText: 'Counted 60' }).waitFor();
    expect(await rows.count()).toBe(51);
    await page.getByRole('button', { name: 'Load more' }).press('Enter');
    await rows.filter({ hasText: /^Counted 1\D/ }).waitFor();
    expect(await rows.count()).toBe(61);
    expect(await rows.filter({ hasText: '+1' }).count()).toBe(60);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
    await page.context().close();
  });

  it('says why a moment is none, and shows no cause to those who may not ask', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('analyst'));
    await page.goto(`${platform.url}${position}?asOf=yesterday`);
    await page.getByRole('alert').filter({ hasText: 'asOf' }).waitFor();
    const ledger = page.getByRole('region', { name: 'How it came about' });
    await ledger.getByText('Received against PO-7').waitFor();
    expect(await ledger.getByRole('link', { name: /Where this came from/ }).count()).toBe(0);
    await page.context().close();
  });
});
