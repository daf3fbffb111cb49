import type { Browser, Page } from 'playwright-core';
import { until } from '@tributary/testing';
import { barriersOn } from './accessible.ts';
import { openBrowser, roomsOf, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('Stock of another system, compared in the console', () => {
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

  const opened = async (width: number, height: number, role: 'ops' | 'csr' = 'ops') => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    return visitor;
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('says what differs and why, and is put right after a preview, on %s', async (_, width, height) => {
    const sku = `BOWL-${width}`;
    await stock(platform, sku, { 'dc-1': 10 });
    await platform.publish(event('tributary.order.captured.v1', webOrder(sku, { lines: [line(sku, 3)] })));
    await platform.order(`web.${sku}`, ({ status }) => status === 'allocated');
    await platform.settled();

    const { page, complaints } = await opened(width, height);
    await (await roomsOf(page)).getByRole('link', { name: 'Reconciliation' }).click();
    await page.getByRole('heading', { name: 'Reconciliation' }).waitFor();
    await isAsItShouldBe(page);
    const text = `sku,location,onHand,available\n${sku},dc-1,2,2\nNEVER,dc-1,1,1\n,dc-1,4,4\n`;
    const file = { name: 'erp.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.getByLabel('Their stock, as CSV').setInputFiles(file);
    const compare = page.getByRole('button', { name: 'Compare' });
    await compare.focus();
    await page.keyboard.press('Enter');
    await page
      .getByText('3 rows compared: 0 equal, 1 different, 1 not known here, 1 cannot be read.')
      .waitFor();
    const differences = page.getByRole('region', { name: 'What differs' });
    await differences.getByText('Theirs: 2 on hand, 2 available').waitFor();
    await differences.getByText('Ours: 10 on hand, 7 available').waitFor();
    await isAsItShouldBe(page);

    const row = differences.getByRole('checkbox', { name: new RegExp(`^Choose ${sku} at `) });
    await row.focus();
    await page.keyboard.press('Space');
    const repair = page.getByRole('region', { name: 'Put right here' });
    await repair.getByLabel('Reason').fill('shelf counted again');
    await repair.getByRole('button', { name: 'Preview 1 row' }).click();
    const preview = repair.getByRole('list', { name: 'What stock would become' });
    await preview.getByText('then 2 on hand, 2 reserved, 0 available').waitFor();
    await preview.getByText(`web.${sku} loses 1 that it was promised.`).waitFor();
    await isAsItShouldBe(page);
    await repair.getByRole('button', { name: 'Put 1 row right' }).press('Enter');
    await repair.getByText('1 row put right. Stock follows in a moment.').waitFor();
    await until('stock is theirs', async () => {
      const { body } = await platform.get(`/v1/stock/${sku}/dc-1`);
      return body.onHand === 2;
    });
    const { body: ledger } = await platform.get(`/v1/stock/${sku}/dc-1/ledger`);
    expect(JSON.stringify(ledger.items)).toContain('shelf counted again');

    const other = { ...file, buffer: Buffer.from('item,place\nA,b\n') };
    await page.getByLabel('Their stock, as CSV').setInputFiles(other);
    await compare.click();
    await page.getByRole('alert').getByText('The header lacks sku, location.').waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([expect.stringContaining('422')]);
    await page.context().close();
  });

  it('is for operations alone', async () => {
    const { page } = await opened(1440, 900, 'csr');
    await page.goto(`${platform.url}/reconciliation`);
    await page.getByText('You cannot compare stock').waitFor();
    expect(await page.getByRole('link', { name: 'Reconciliation' }).count()).toBe(0);
    await page.context().close();
  });
});
