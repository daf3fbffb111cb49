import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('Messages in quarantine, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'CUP', { 'dc-1': 50 });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  /** An order of no cups at all, to be paid as nobody pays. @param source a system of its own */
  const spoilt = (number: string, source: string): Json => ({
    ...event('tributary.order.captured.v1', webOrder(number)),
    source,
    data: {
      ...webOrder(number, { lines: [line('CUP', 2)] }),
      lines: [{ ...line('CUP', 2), quantity: 'two' }],
      payments: [{ paymentId: 'P1', method: 'card', amount: 2_000, status: 'paid' }],
    },
  });
  const quarantine = async (...messages: Json[]): Promise<string[]> => {
    const { body } = await platform.post('/v1/events', messages, { as: 'integrator' });
    await platform.settled();
    return body.results.map(({ messageId }: Json) => messageId);
  };
  const visitAs = async (role: 'ops' | 'integrator', width = 1440, height = 900) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    return visitor;
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const boxes = (page: Page, source: string): Locator =>
    page.getByRole('checkbox', { name: new RegExp(`of ${source},`) });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are corrected beside each fault, checked and released, on %s', async (_, width, height) => {
    const number = `mended-${width}`;
    const [messageId] = await quarantine(spoilt(number, 'urn:e2e:shop'));
    const { page, complaints } = await visitAs('ops', width, height);
    await page.goto(`${platform.url}/quarantine/${messageId}`);
    const faults = page.getByRole('list', { name: 'Faults' });
    await faults.getByText('A number is expected, and this is a text.').waitFor();
    await isAsItShouldBe(page);

    await faults.getByLabel('Lines 1, quantity', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('alert').waitFor();
    expect(await faults.getByLabel('Lines 1, quantity', { exact: true }).count()).toBe(0);
    await faults.getByLabel('Payments 1, status', { exact: true }).selectOption('captured');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('Nothing is wrong with it any more: it can be released.').waitFor();
    await isAsItShouldBe(page);
    await page.getByRole('button', { name: 'Release corrected message' }).click();

    const released = page.getByRole('region', { name: 'Released' });
    const corrected = released.getByRole('list', { name: 'What was corrected' });
    await corrected.getByRole('listitem').filter({ hasText: 'Lines 1, quantity' }).waitFor();
    expect(await corrected.getByRole('listitem').allTextContents()).toEqual([
      'Lines 1, quantityBefore: "two"→Now: 2',
      'Payments 1, statusBefore: "paid"→Now: "captured"',
    ]);
    await released.getByText('e2e ops (operations)', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'What was sent' }).textContent()).toContain('"two"');
    await isAsItShouldBe(page);
    await platform.order(`web.${number}`);
    await released.getByRole('link', { name: `web.${number}` }).click();
    await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are chosen by their source and dismissed for one reason, on %s', async (_, width, height) => {
    const source = `urn:e2e:test-${width}`;
    await quarantine(spoilt(`d1-${width}`, source), spoilt(`d2-${width}`, source), {
      ...spoilt(`other-${width}`, 'urn:e2e:other'),
    });
    const { page, complaints } = await visitAs('ops', width, height);
    await page.goto(`${platform.url}/quarantine`);
    await page.getByLabel('Source').selectOption(source);
    await page.getByLabel('All 2 that are shown').check();
    await page.getByLabel('What to do with those chosen').selectOption('Dismiss');
    expect(await page.getByRole('button', { name: 'Dismiss 2 messages' }).isDisabled()).toBe(true);
    await page.getByLabel('Why').fill('A test of the shop.');
    await isAsItShouldBe(page);
    await page.getByRole('button', { name: 'Dismiss 2 messages' }).click();
    await page.getByRole('region', { name: 'What came of it' }).getByText('Dismissed: 2 of 2.').waitFor();
    await platform.settled();
    await page.getByText('Nothing here').waitFor();

    await page.getByLabel('Show').selectOption('Dismissed');
    await boxes(page, source).nth(1).waitFor();
    await page.getByRole('region', { name: 'Messages' }).getByRole('link').first().click();
    await page.getByText('A test of the shop.').waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are released together, and each that cannot be says what is wrong with it', async () => {
    const source = 'urn:e2e:together';
    await quarantine(spoilt('t1', source), spoilt('t2', source));
    const { page, complaints } = await visitAs('ops');
    await page.goto(`${platform.url}/quarantine?source=${source}`);
    await boxes(page, source).first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Release 1 message' }).click();
    const came = page.getByRole('region', { name: 'What came of it' });
    await came.getByText('Released: 0 of 1.').waitFor();
    await came.getByText('Payments 1, status').waitFor();
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('say who dismissed or released them by name, also once the key of that person is revoked', async () => {
    const wrong = spoilt('ann-2', 'urn:e2e:ann');
    const [dismissed, released] = await quarantine(spoilt('ann-1', 'urn:e2e:ann'), wrong);
    const { key, keyId } = (await platform.post('/v1/keys', { name: 'Ann Baker', role: 'ops' })).body;
    const mends = (path: string, body: Json) => platform.post(`/v1/inbox/${path}`, body, { key });
    expect((await mends(`${dismissed}/dismiss`, { reason: 'A test.' })).status).toBeLessThan(300);
    const corrected = { ...wrong, data: webOrder('ann-2') };
    expect((await mends(`${released}/release`, corrected)).status).toBeLessThan(300);
    expect((await platform.ask('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
    await platform.settled();
    const { page, complaints } = await visitAs('ops');
    for (const messageId of [dismissed, released]) {
      await page.goto(`${platform.url}/quarantine/${messageId}`);
      await page.getByText('Ann Baker (operations)', { exact: true }).waitFor();
      await isAsItShouldBe(page);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are read, and not touched, by those who may not mend them', async () => {
    const [messageId] = await quarantine(spoilt('read', 'urn:e2e:read'));
    const { page, complaints } = await visitAs('integrator');
    await page.goto(`${platform.url}/quarantine/${messageId}`);
    await page.getByRole('list', { name: 'Faults' }).getByText('Lines 1, quantity').waitFor();
    expect(await page.getByRole('button', { name: /Release|Dismiss/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await isAsItShouldBe(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
