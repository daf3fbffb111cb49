import { until } from '@tributary/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const devices = [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const;
const sourcing = { ruleId: 'sourcing', types: ['tributary.sourcing.*'], why: 'The page says it.' };

whenBrowsable('What timelines leave out, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 100 });
    await platform.publish(event('tributary.order.captured.v1', webOrder('t1', { lines: [line('MUG', 2)] })));
    await platform.order('web.t1', ({ status }) => status === 'allocated');
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const opened = async (width: number, height: number, role: 'ops' | 'csr', path: string) => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}${path}`);
    return visitor;
  };
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const hasFocus = async (one: Locator) => (await one.and(one.page().locator(':focus')).count()) === 1;

  it.each(devices)('is told and tried where rules are entered, on %s', async (_, width, height) => {
    await platform.put('/v1/timeline-policy', { rules: [] }, { as: 'ops' });
    const { page, complaints } = await opened(width, height, 'ops', '/settings');
    const panel = page.getByRole('region', { name: 'Steps left out of timelines' });
    await panel.getByRole('button', { name: 'Add a rule' }).press('Enter');
    const added = panel.getByRole('group', { name: 'New rule' });
    await added.getByLabel('Id').fill('sourcing');
    await added.getByLabel('Why').fill('The page says it.');
    await added.getByLabel('Steps').fill('tributary.order.*');
    const tryIt = panel.getByRole('button', { name: 'Try on the newest orders' });
    await tryIt.press('Enter');
    await panel.getByText('Rule 1: That an order was placed, cancelled or rejected is always told').waitFor();
    await isAsItShouldBe(page);
    await added.getByLabel('Steps').fill('tributary.sourcing.*');
    await tryIt.press('Enter');
    await panel.getByText('sourcing leaves out 1').waitFor();
    expect(await hasFocus(tryIt)).toBe(true);
    await panel.getByRole('link', { name: 'web.t1' }).waitFor();
    await isAsItShouldBe(page);
    expect((await platform.get('/v1/timeline-policy', { as: 'ops' })).body).toEqual({ rules: [] });
    await added.getByLabel('Told by').fill('nobody');
    await panel.getByText('Changed since it was tried.').waitFor();
    await added.getByLabel('Told by').fill('');
    await added.getByLabel('Is one of').fill('in-transit');
    const save = panel.getByRole('button', { name: 'Save steps left out of timelines' });
    await save.press('Enter');
    await added.getByText('A field of the fact’s data: letters and digits.').waitFor();
    await isAsItShouldBe(page);
    await added.getByLabel('Is one of').fill('');
    await save.press('Enter');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect((await platform.get('/v1/timeline-policy', { as: 'ops' })).body).toEqual({ rules: [sourcing] });
    expect(complaints).toEqual([expect.stringContaining('400'), expect.stringContaining('400')]);
    await page.context().close();
  });

  it.each(devices)(
    'is counted on the page of an order, and shown to whoever asks, on %s',
    async (_, width, height) => {
      await platform.put('/v1/timeline-policy', { rules: [sourcing] }, { as: 'ops' });
      await until('the policy is known', async () => {
        const { body } = await platform.get('/v1/orders/web.t1/timeline', { as: 'csr' });
        return body.leftOut === 1;
      });
      const { page, complaints } = await opened(width, height, 'csr', '/orders/web.t1');
      const panel = page.getByRole('region', { name: 'Timeline' });
      await panel.getByText('1 step left out', { exact: true }).waitFor();
      const decision = panel.getByText('tributary.sourcing.decided.v1');
      expect(await decision.count()).toBe(0);
      await isAsItShouldBe(page);
      const showAll = panel.getByRole('button', { name: 'Show all' });
      await showAll.focus();
      await page.keyboard.press('Enter');
      await decision.waitFor();
      await panel.getByText('left out by the rule sourcing').waitFor();
      const again = panel.getByRole('button', { name: 'Leave out again' });
      expect(await hasFocus(again)).toBe(true);
      await isAsItShouldBe(page);
      await page.keyboard.press('Enter');
      await decision.waitFor({ state: 'detached' });
      expect(await hasFocus(showAll)).toBe(true);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});

whenBrowsable('Who acted, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG', { 'dc-1': 100 });
    const placed = event('tributary.order.captured.v1', webOrder('t2', { lines: [line('MUG', 1)] }));
    await platform.publish({ ...placed, actor: 'clerk:17' });
    await platform.order('web.t2', ({ status }) => status === 'allocated');
    const { key, keyId } = (await platform.post('/v1/keys', { name: 'Ann Baker', role: 'csr' })).body;
    const held = await platform.post('/v1/orders/web.t2/hold', { reason: 'address' }, { key });
    expect(held.status).toBeLessThan(300);
    expect((await platform.ask('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
    await platform.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  it.each(devices)(
    'is told by name where the key was revoked since, too, and by whom a shop names, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url, await platform.keyOf('csr'));
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/v1/people')) asked.push(request.url());
      });
      const tellsWho = async (told: Locator): Promise<void> => {
        for (const who of [
          'by Ann Baker (customer service)',
          'by clerk:17',
          'as e2e integrator (integrator) says',
        ])
          await told.getByText(who, { exact: true }).first().waitFor();
        expect(asked).toHaveLength(1);
        expect(await barriersOn(page)).toEqual([]);
        expect(await widerThanShown(page)).toBe(0);
      };
      await page.goto(`${platform.url}/orders/web.t2`);
      const timeline = page.getByRole('region', { name: 'Timeline' });
      await tellsWho(timeline);

      await page.getByRole('link', { name: 'Trace', exact: true }).press('Enter');
      const led = page.getByRole('region', { name: 'What led to what' });
      await tellsWho(led);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
