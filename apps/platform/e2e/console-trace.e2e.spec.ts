import type { Browser } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('What led to what, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'store-1': 1, 'dc-1': 1 });
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('why', { lines: [line('CUP', 1)] })),
    );
    const { fulfilments } = await platform.order('web.why', ({ status }) => status === 'allocated');
    await platform.publish(
      event('tributary.fulfilment.shorted.v1', {
        orderId: 'web.why',
        fulfilmentId: fulfilments[0].fulfilmentId,
        lines: [{ lineId: '1', quantity: 1, reason: 'not-found' }],
      }),
    );
    await platform.order('web.why', (order) => order['fulfilments'].length > 1);
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
    'is followed from an entry of the timeline to the shop’s message, by keyboard, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url);
      await page.goto(`${platform.url}/orders/web.why`);
      const timeline = page.getByRole('region', { name: 'Timeline' });
      const cameFrom = timeline.getByRole('link', { name: /^Where this came from: Short at/ });
      await cameFrom.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Where this came from' }).waitFor();
      const list = page.getByRole('region', { name: 'What led to what' });
      const items = list.getByRole('listitem');
      await items.first().waitFor();
      expect(await items.first().textContent()).toContain('A channel took an order');
      const opened = list.locator('[aria-current]');
      expect(await opened.textContent()).toMatch(
        /A location could not find goods of an order.*opened from here/,
      );
      expect(await list.getByText('It is decided from where an order is served, and why').count()).toBe(2);
      expect(await barriersOn(page)).toEqual([]);
      expect(await widerThanShown(page)).toBe(0);

      const picture = page.getByRole('group', { name: 'What led to what, by system over time' });
      const isWide = width > 640;
      expect(await picture.count()).toBe(isWide ? 1 : 0);
      if (isWide) {
        await picture.getByRole('link', { name: '1: A channel took an order, urn:e2e:shop' }).press('Enter');
        expect(new URL(page.url()).hash).toBe('#thing-1');
      }
      await list.getByRole('link', { name: 'From here: 1, A channel took an order' }).press('Enter');
      await opened.filter({ hasText: 'A channel took an order' }).waitFor();
      await list.getByRole('link', { name: 'web.why' }).first().press('Enter');
      await page.getByRole('link', { name: 'Trace', exact: true }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Trace of web.why' }).waitFor();
      await items.first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('is not offered to those who may not ask', async () => {
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('analyst'));
    await page.goto(`${platform.url}/orders/web.why`);
    await page
      .getByRole('region', { name: 'Timeline' })
      .getByText(/^Placed/)
      .waitFor();
    expect(await page.getByRole('link', { name: /Where this came from|^Trace$/ }).count()).toBe(0);
    await page.context().close();
  });
});
