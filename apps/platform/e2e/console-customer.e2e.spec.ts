import type { Browser } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('A customer, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 10 });
    const ada = { id: 'C/1', name: 'Ada Byron', email: 'ada@example.com', phone: '030 1234567' };
    const other = { id: 'C/2', name: 'A. Byron', phone: '+49 30 1234567' };
    const mug = line('MUG', 2, { name: 'Red mug' });
    await platform.publish(
      event('tributary.customer.updated.v1', ada),
      event('tributary.order.captured.v1', webOrder('c1', { customer: { id: 'C/1' }, lines: [mug] })),
      event('tributary.order.captured.v1', webOrder('c2', { customer: { email: ada.email }, lines: [mug] })),
      event('tributary.order.captured.v1', webOrder('c3', { customer: other, lines: [mug] })),
    );
    for (const orderId of ['web.c1', 'web.c2', 'web.c3']) await platform.order(orderId);
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is seen over all channels, from one of their orders, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}/orders/web.c1`);
    await page.getByRole('link', { name: 'All about them' }).click();
    await page.getByRole('heading', { name: 'Ada Byron' }).waitFor();
    await page.getByRole('region', { name: 'All in all' }).getByText('2, 2 open').waitFor();
    await page.getByText('1 order by the customer id C/1').waitFor();
    await page.getByText('1 order by the e-mail ada@example.com').waitFor();
    await page.getByRole('region', { name: 'Orders most' }).getByText('Red mug').waitFor();
    await page.getByRole('region', { name: 'Channels' }).getByText('2 orders').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    await page.getByRole('region', { name: 'Open orders' }).getByRole('link', { name: 'c2' }).click();
    await page.getByRole('heading', { name: 'Order c2' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is seen as of a moment that is chosen, and their orders with it, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url, await platform.keyOf('csr'));
    await page.goto(`${platform.url}/customers/${encodeURIComponent('C/1')}`);
    await page.getByRole('button', { name: 'As it was' }).press('Enter');
    const past = page.getByRole('region', { name: 'As it was' });
    await past.getByLabel('What was known here by').fill('2020-01-01T10:00:00');
    await past.getByRole('button', { name: 'Show' }).click();
    await past.getByText('What was known here by').last().waitFor();
    await page.getByText('They had ordered nothing by then.').waitFor();
    expect(await page.getByRole('region', { name: 'May like' }).count()).toBe(0);
    expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);

    const soon = new Date(Date.now() + 60_000).toISOString();
    await page.goto(`${platform.url}/customers/${encodeURIComponent('C/1')}?knownAt=${soon}`);
    await page.getByRole('region', { name: 'All in all' }).getByText('2, 2 open').waitFor();
    await page.getByRole('region', { name: 'Newest orders' }).getByRole('link', { name: 'c2' }).click();
    await page.getByRole('region', { name: 'As it was' }).getByText('What was known by').waitFor();
    await page.goBack();
    await past.getByRole('button', { name: 'Back to now' }).click();
    await page.getByRole('region', { name: 'May like' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])(
    'is linked with who shares their phone, by the keyboard, and taken apart again, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url, await platform.keyOf('csr'));
      await page.goto(`${platform.url}/customers/${encodeURIComponent('C/1')}`);
      const who = page.getByRole('region', { name: 'Who this is' });
      await who.getByText('A. Byron, the customer id C/2').waitFor();
      await who.getByText('Has the same phone number 030 1234567 on 1 order').waitFor();
      const link = who.getByRole('button', { name: 'Link: the customer id C/2' });
      await link.focus();
      await page.keyboard.press('Enter');
      const save = who.getByRole('button', { name: 'Save' });
      expect(await save.isDisabled()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.type('She has two accounts.');
      expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
      await page.keyboard.press('Enter');
      await who.getByText('1 order by the customer id C/2').waitFor();
      await who.getByText('She has two accounts.').waitFor();
      await page.getByRole('region', { name: 'All in all' }).getByText('3, 3 open').waitFor();
      expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
      await who.getByRole('button', { name: /^Take apart: the customer id C\/2/ }).press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('It is her sister.');
      await page.keyboard.press('Enter');
      await link.waitFor();
      await page.getByRole('region', { name: 'All in all' }).getByText('2, 2 open').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is in segments, with why, and not in others, on %s', async (_, width, height) => {
    const segments = [
      { segmentId: 'mugs', name: 'Mugs', conditions: [{ is: 'sku', names: ['MU*'], how: 'most' }] },
      { segmentId: 'often', name: 'Often', conditions: [{ is: 'orders', from: 5 }] },
    ];
    const rfm = { recencyDays: [1, 7, 30, 90], orders: [2, 3, 4, 5], currency: 'EUR', value: [1, 2, 3, 9e6] };
    await platform.put('/v1/segments', { segments, rfm }, { as: 'ops' });
    await platform.settled();
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url, await platform.keyOf('csr'));
    await page.goto(`${platform.url}/customers/${encodeURIComponent('C/1')}`);
    const panel = page.getByRole('region', { name: 'Segments' });
    await panel.getByText('goods: mostly MU* – it is MUG').waitFor();
    await panel.getByText(/^recency 5 \(0 days ago\), frequency 2 \(2 orders\), value 4/).waitFor();
    const missed = panel.getByText('Not orders: 5 or more – it is 2, off by 3');
    expect(await missed.isVisible()).toBe(false);
    await panel.getByText('Not in one other').press('Enter');
    await missed.waitFor();
    expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is nobody’s to see who only analyses', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('analyst'));
    await page.goto(`${platform.url}/orders/web.c1`);
    await page.getByRole('region', { name: 'Customer' }).waitFor();
    expect(await page.getByRole('link', { name: 'All about them' }).count()).toBe(0);
    await page.context().close();
  });
});
