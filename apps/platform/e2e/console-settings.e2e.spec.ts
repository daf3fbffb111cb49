import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '@tributary/testing';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('What holds for all orders, set in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 100 });
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  const opened = async (width = 1440, height = 900, role: 'ops' | 'csr' = 'ops') => {
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url, await platform.keyOf(role));
    await visitor.page.goto(`${platform.url}/settings`);
    return visitor;
  };
  const panelOf = (page: Page, name: string): Locator => page.getByRole('region', { name });
  const isAsItShouldBe = async (page: Page): Promise<void> => {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
  };
  const read = async (path: string) => (await platform.get(path, { as: 'ops' })).body;
  const hasFocus = async (one: Locator) => (await one.and(one.page().locator(':focus')).count()) === 1;

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('are the limits of roles, on %s', async (_, width, height) => {
    await platform.put('/v1/approval-limits', { csr: { price: 30, discount: 20 } }, { as: 'ops' });
    const { page, complaints } = await opened(width, height);
    const panel = panelOf(page, 'Approval limits');
    const csr = panel.getByRole('group', { name: 'Customer service' });
    const price = csr.getByLabel('Price lowered by, percent');
    await price.waitFor();
    expect(await price.inputValue()).toBe('30');
    await price.fill('15');
    const supervisor = panel.getByRole('group', { name: 'Supervisors' });
    await supervisor.getByLabel('Price lowered by, percent').fill('60');
    await supervisor.getByLabel('Given off an order, percent').fill('50');
    await panel.getByText('Not saved yet.').waitFor();
    await isAsItShouldBe(page);
    const save = panel.getByRole('button', { name: 'Save approval limits' });
    await save.focus();
    await page.keyboard.press('Enter');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect(await hasFocus(save)).toBe(true);
    expect(await read('/v1/approval-limits')).toEqual({
      csr: { price: 15, discount: 20 },
      supervisor: { price: 60, discount: 50 },
    });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is an attribute, which then stands in the change of an order, on %s', async (_, width, height) => {
    const engraving = { name: 'engraving', on: 'line', type: 'text', label: 'Engraving' };
    await platform.put('/v1/attributes', { attributes: [engraving] }, { as: 'ops' });
    const { page, complaints } = await opened(width, height);
    const panel = panelOf(page, 'Attributes');
    const add = panel.getByRole('button', { name: 'Add an attribute' });
    await add.focus();
    await page.keyboard.press('Enter');
    const added = panel.getByRole('group', { name: 'New attribute' });
    const name = added.getByLabel('Name');
    await until('its name has the focus', () => hasFocus(name));
    await page.keyboard.type('Gift wrap');
    await added.getByLabel('Type').selectOption('Choice');
    await added.getByLabel('Label').fill('Wrapping');
    await added.getByLabel('Values').fill('plain\nfestive\n');
    await isAsItShouldBe(page);
    const save = panel.getByRole('button', { name: 'Save attributes' });
    await save.click();
    await panel.getByRole('alert').getByText('What was wrong stands at its field.').waitFor();
    await panel.getByText('Not saved: see above why.').waitFor();
    await added.getByText('lower-case letters, digits or hyphens, e.g. gift-wrap').waitFor();
    expect(await name.inputValue()).toBe('Gift wrap');
    await isAsItShouldBe(page);

    await name.fill('gift-wrap');
    const known = panel.getByRole('group', { name: 'engraving · lines · text' });
    await known.getByLabel('Label').fill('Words to engrave');
    await save.click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    await panel.getByRole('group', { name: 'gift-wrap · orders · choice' }).waitFor();
    expect(await read('/v1/attributes')).toEqual({
      attributes: [
        { ...engraving, label: 'Words to engrave' },
        { name: 'gift-wrap', on: 'order', type: 'choice', label: 'Wrapping', values: ['plain', 'festive'] },
      ],
    });
    expect(complaints).toEqual([expect.stringContaining('400')]);
    await page.context().close();

    const number = `wrapped-${width}`;
    const lines = [line('MUG-RED', 2, { name: 'Red mug' })];
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines })));
    await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
    const { page: desk } = await opened(width, height, 'csr');
    await desk.goto(`${platform.url}/orders/web.${number}`);
    await desk.getByRole('button', { name: 'Change order' }).click();
    const draft = panelOf(desk, `Change order ${number}`);
    await draft.getByRole('group', { name: 'Red mug' }).getByLabel('Words to engrave').waitFor();
    await draft.getByText('Attributes', { exact: true }).click();
    await draft.getByLabel('Wrapping').selectOption('festive');
    await desk.context().close();
  });

  it('is an attribute no more once it is taken away, and as it was once that is discarded', async () => {
    const floor = { name: 'floor', on: 'order', type: 'integer' };
    await platform.put('/v1/attributes', { attributes: [floor] }, { as: 'ops' });
    const { page, complaints } = await opened();
    const panel = panelOf(page, 'Attributes');
    const known = panel.getByRole('group', { name: 'floor · orders · whole number' });
    const takeAway = known.getByRole('button', { name: 'Take away' });
    await takeAway.click();
    await known.waitFor({ state: 'detached' });
    expect(await hasFocus(panel.getByRole('button', { name: 'Add an attribute' }))).toBe(true);
    await panel.getByRole('button', { name: 'Discard' }).click();
    expect(await hasFocus(panel.getByRole('button', { name: 'Save attributes' }))).toBe(true);
    await takeAway.click();
    await panel.getByRole('button', { name: 'Save attributes' }).click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect(await read('/v1/attributes')).toEqual({ attributes: [] });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is the return policy, on %s', async (_, width, height) => {
    const damaged = { code: 'damaged', name: 'Arrived damaged', days: 730, givesBackCharges: true };
    const late = { code: 'late', name: 'Came too late' };
    await platform.put('/v1/return-policy', { days: 30, reasons: [damaged, late] }, { as: 'ops' });
    const { page, complaints } = await opened(width, height);
    const panel = panelOf(page, 'Return policy');
    await panel.getByLabel('Days to return').fill('60');
    await panel.getByLabel('Days to withdraw').fill('21');
    await panel.getByLabel('Never withdrawn from').fill('RING-1\nRING-2');
    await panel.getByRole('button', { name: 'Take away late' }).click();
    await panel.getByRole('button', { name: 'Add a reason' }).press('Enter');
    const added = panel.getByRole('group', { name: 'New reason' });
    await added.getByLabel('Code').fill('damaged');
    await added.getByLabel('Name').fill('Too small');
    await added.getByLabel('Fee, percent').fill('10');
    await panel.getByRole('button', { name: 'Save return policy' }).click();
    await panel.getByRole('alert').getByText('Each reason has a code of its own.').waitFor();
    await isAsItShouldBe(page);
    await added.getByLabel('Code').fill('too-small');
    await added.getByLabel('Code').press('Enter');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect(await read('/v1/return-policy')).toEqual({
      days: 60,
      withdrawalDays: 21,
      noWithdrawal: { skus: ['RING-1', 'RING-2'] },
      reasons: [damaged, { code: 'too-small', name: 'Too small', feePercent: 10 }],
    });
    expect(complaints).toEqual([expect.stringContaining('400')]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is what orders are held for, on %s', async (_, width, height) => {
    const unpaid = { name: 'Unpaid', when: { isUnpaid: true }, reason: 'payment', until: 'paid' };
    await platform.put('/v1/hold-rules', { rules: [unpaid] }, { as: 'ops' });
    const { page, complaints } = await opened(width, height);
    const panel = panelOf(page, 'Hold rules');
    await panel.getByRole('button', { name: 'Add a rule' }).press('Enter');
    const added = panel.getByRole('group', { name: 'New rule' });
    await added.getByLabel('Name').fill('Large');
    await added.getByLabel('Reason').fill('fraud');
    await added.getByLabel('Note').fill('Ring before.');
    await added.getByLabel('Note').press('Enter');
    await added.getByText('Name at least one thing, or every order is held.').waitFor();
    await isAsItShouldBe(page);
    await added.getByLabel('Total from').fill('much');
    await added.getByLabel('Currency of the total').fill('eur');
    const earlier = added.getByRole('button', { name: 'Earlier: New rule' });
    await earlier.press('Enter');
    expect(await hasFocus(earlier)).toBe(true);
    const save = panel.getByRole('button', { name: 'Save hold rules' });
    await save.click();
    await added.getByText('Enter an amount of this currency').waitFor();
    await added.getByLabel('Total from').fill('500');
    await save.click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    const totalFrom = { amount: 50_000, currency: 'EUR' };
    expect(await read('/v1/hold-rules')).toEqual({
      rules: [{ name: 'Large', when: { totalFrom }, reason: 'fraud', note: 'Ring before.' }, unpaid],
    });
    await panel.getByRole('button', { name: 'Take away Large' }).click();
    await panel.getByRole('button', { name: 'Take away Unpaid' }).click();
    await save.click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect(await read('/v1/hold-rules')).toEqual({ rules: [] });
    expect(complaints).toEqual([expect.stringContaining('400')]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is what channels are told of stock, on %s', async (_, width, height) => {
    await platform.put('/v1/availability-policy', { rules: [] }, { as: 'ops' });
    const { page, complaints } = await opened(width, height);
    const panel = panelOf(page, 'Availability by channel');
    await panel.getByRole('button', { name: 'Add a rule' }).press('Enter');
    const added = panel.getByRole('group', { name: 'New rule' });
    await added.getByLabel('Channels').fill('marketplace');
    await added.getByLabel('Kept back', { exact: true }).fill('3');
    await added.getByLabel('Never more than').fill('50');
    await added.getByLabel('Kept back of some goods').fill('MUG-RED');
    const save = panel.getByRole('button', { name: 'Save availability by channel' });
    await save.click();
    await added.getByText('“MUG-RED” is no SKU and units').waitFor();
    await isAsItShouldBe(page);
    await added.getByLabel('Kept back of some goods').fill('MUG-RED 90');
    await save.click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    expect(await read('/v1/availability-policy')).toEqual({
      rules: [
        { channels: ['marketplace'], keepBack: 3, keepBackOf: [{ sku: 'MUG-RED', units: 90 }], most: 50 },
      ],
    });
    const { items } = await read('/v1/availability?sku=MUG-RED&channel=marketplace');
    const { available, locations } = items[0];
    expect(locations).toEqual([{ location: 'dc-1', available, keptBack: 90 }]);
    expect(available).toBeLessThanOrEqual(10);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is set by operations alone', async () => {
    const link = (page: Page) =>
      page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Settings' });
    const { page: csr } = await opened(1440, 900, 'csr');
    await csr.getByText('You cannot change settings').waitFor();
    expect(await link(csr).count()).toBe(0);
    await csr.context().close();
    const { page: ops } = await opened();
    await link(ops).waitFor();
    await ops.context().close();
  });
});
