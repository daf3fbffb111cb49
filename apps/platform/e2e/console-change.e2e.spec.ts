import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '@tributary/testing';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { type Json, PlatformUnderTest } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

whenBrowsable('An order that is changed in the console', () => {
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

  /** An order of two red mugs at 10.00, reserved, and a visitor who sees it. */
  const opened = async (
    number: string,
    width = 1440,
    height = 900,
    lines = [line('MUG-RED', 2, { name: 'Red mug' })],
  ) => {
    await platform.publish(event('tributary.order.captured.v1', webOrder(number, { lines })));
    await platform.order(`web.${number}`, ({ status }) => status === 'allocated');
    await platform.settled();
    const visitor = await visit(browser, width, height);
    await signIn(visitor.page, platform.url);
    await visitor.page.goto(`${platform.url}/orders/web.${number}`);
    return visitor;
  };
  const draftOn = (page: Page, number: string): Locator =>
    page.getByRole('region', { name: `Change order ${number}` });
  const makes = (draft: Locator): Locator => draft.getByRole('button', { name: 'Make the change' });
  const isMade = async (page: Page, draft: Locator): Promise<void> => {
    await draft.waitFor({ state: 'detached' });
    await page.getByText('The order was changed.').waitFor();
  };

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('has other units, another price and a line more, on %s', async (place, width, height) => {
    const number = `changed-on-${place.replace(' ', '-')}`;
    const sku = `CUP-${width}`;
    await platform.publish(event('tributary.product.updated.v1', { sku, name: 'Blue cup' }));
    await stock(platform, sku, { 'dc-1': 10, 'store-1': 2 });
    const { page, complaints } = await opened(number, width, height);
    await page.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(page, number);
    await draft.getByText('Nothing differs yet.').waitFor();
    expect(await makes(draft).isDisabled()).toBe(true);

    const mug = draft.getByRole('group', { name: 'Red mug' });
    await mug.getByLabel('Quantity').fill('3');
    await draft.getByText('€10.00 more is due.').waitFor();
    await mug.getByLabel('Unit price').fill('9.50');
    await mug.getByText('Say why the price differs.').waitFor();
    expect(await makes(draft).isDisabled()).toBe(true);
    await mug.getByLabel('Why another price').fill('A scratch.');

    await draft.getByRole('button', { name: 'Add a line' }).click();
    const cup = draft.getByRole('group', { name: 'Added line 1' });
    await cup.getByLabel('SKU').fill(sku);
    await cup.getByText('Blue cup · 12 units can be sold now.').waitFor();
    await cup.getByLabel('Unit price').fill('4');
    await draft.getByText('€12.50 more is due.').waitFor();
    await draft.getByText(`To be sourced: 1 × Red mug, 1 × ${sku}`).waitFor();
    await draft.getByText(/^Sent from Warehouse Leipzig: .*Red mug/).waitFor();
    await cup.getByLabel('Quantity').fill('14');
    await draft.getByText(`Not there now: 2 × ${sku}`).waitFor();
    await cup.getByLabel('Quantity').fill('1');
    await draft.getByText('€12.50 more is due.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);

    await makes(draft).click();
    await isMade(page, draft);
    await page.getByRole('region', { name: 'Lines' }).getByText('Blue cup').waitFor();
    await page.getByRole('region', { name: 'Money' }).getByText('€32.50').first().waitFor();
    const { money } = await platform.order(`web.${number}`);
    expect(money.total).toBe(3_250);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has moved in between: that is told, what was entered stays, and it is made after', async () => {
    const { page, complaints } = await opened('moved');
    await page.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(page, 'moved');
    const quantity = draft.getByRole('group', { name: 'Red mug' }).getByLabel('Quantity');
    await quantity.fill('3');
    await draft.getByText('€10.00 more is due.').waitFor();

    const note = { changes: [{ kind: 'note', note: 'Ring twice.' }] };
    await platform.post('/v1/orders/web.moved/change', note, { as: 'csr' });
    await makes(draft).click();
    await draft.getByRole('alert').getByText('The order has moved on').waitFor();
    expect(await quantity.inputValue()).toBe('3');
    await makes(draft).click();
    await isMade(page, draft);
    const moved: Json = await platform.order('web.moved', ({ money }) => money.total === 3_000);
    expect(moved).toMatchObject({ note: 'Ring twice.', lines: [{ quantity: 3 }] });
    expect(complaints).toEqual([expect.stringContaining('412')]);
    await page.context().close();
  });

  it('is sent again under its name where no answer came, and is made once', async () => {
    const { page, complaints } = await opened('unanswered');
    const names: (string | undefined)[] = [];
    await page.route('**/v1/orders/web.unanswered/change', async (route) => {
      names.push(route.request().headers()['idempotency-key']);
      if (names.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(page, 'unanswered');
    await draft.getByRole('group', { name: 'Red mug' }).getByLabel('Quantity').fill('3');
    await draft.getByText('€10.00 more is due.').waitFor();
    await makes(draft).click();
    await draft.getByRole('alert').getByText('The platform did not answer').waitFor();
    await page.getByRole('region', { name: 'Money' }).getByText('€30.00').first().waitFor();
    await draft.getByRole('button', { name: 'Try again' }).click();
    await isMade(page, draft);
    expect(names).toEqual([expect.any(String), names[0]]);
    expect((await platform.order('web.unanswered')).money.total).toBe(3_000);
    expect(complaints).toEqual([expect.stringContaining('ERR_FAILED')]);
    await page.context().close();
  });

  it('is swapped for another good, goes another way to somebody else, and has a discount', async () => {
    const { page, complaints } = await opened('all-of-it');
    await stock(platform, 'JUG', { 'store-1': 5 });
    await page.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(page, 'all-of-it');
    await draft.getByRole('button', { name: 'Swap Red mug' }).click();
    const jug = draft.getByRole('group', { name: 'Added line 1' });
    await jug.getByLabel('SKU').fill('JUG');
    await jug.getByLabel('Unit price').fill('12,50');
    await jug.getByLabel('Method').selectOption('Pickup');
    await jug.getByText('Choose the store').waitFor();
    await jug.getByLabel('Store').click();
    await page.getByRole('option', { name: 'Store Berlin' }).click();
    for (const title of ['Address', 'Contact', 'Charge or discount', 'Note'])
      await draft.getByText(title, { exact: true }).click();
    await draft.getByRole('group', { name: 'Address' }).getByLabel('Country').fill('DE');
    await draft.getByRole('group', { name: 'Contact' }).getByLabel('E-mail').fill('ada@example.com');
    const discount = draft.getByRole('group', { name: 'Charge or discount' });
    await discount.getByLabel('Kind').selectOption('Discount');
    await discount.getByLabel('Code').fill('goodwill');
    await discount.getByLabel('Amount').fill('2.50');
    await draft.getByLabel('Note of the order').fill('Ring twice.');
    await draft.getByLabel('Reason of the change').fill('The mug was out of fashion.');
    await draft.getByText('€2.50 more is due.').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    await makes(draft).click();
    await isMade(page, draft);
    expect(await platform.order('web.all-of-it', ({ note }) => note === 'Ring twice.')).toMatchObject({
      money: { total: 4_250, owed: 2_250 },
      lines: [
        { sku: 'MUG-RED', quantities: { cancelled: 2 } },
        { sku: 'JUG', quantity: 2, unitPrice: '12.50', method: 'pickup', pickupAt: 'store-1' },
      ],
      charges: [{ code: 'goodwill', amount: -250 }],
      shipTo: { country: 'DE' },
      customer: { email: 'ada@example.com' },
    });
    // Browsers tell of each answer 404 by themselves: the catalogue does not know the jug.
    expect(complaints).toEqual([expect.stringContaining('404')]);
    await page.context().close();
  });

  it('is changed by those who may', async () => {
    const { page } = await opened('not-by-all');
    await page.getByRole('button', { name: 'Change order' }).waitFor();
    await page.context().close();
    const visitor = await visit(browser, 1440, 900);
    await signIn(visitor.page, platform.url, await platform.keyOf('ops'));
    await visitor.page.goto(`${platform.url}/orders/web.not-by-all`);
    await visitor.page.getByRole('region', { name: 'Lines' }).getByText('Red mug').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Change order' }).count()).toBe(0);
    await visitor.page.context().close();
  });

  it('waits for a supervisor where its price is far below, and is made by one', async () => {
    const { page: first } = await opened('cheap');
    await first.context().close();
    const as = async (role: 'csr' | 'supervisor') => {
      const { page } = await visit(browser, 390, 844);
      await signIn(page, platform.url, await platform.keyOf(role));
      await page.goto(`${platform.url}/orders/web.cheap`);
      return page;
    };
    const csr = await as('csr');
    await csr.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(csr, 'cheap');
    const mug = draft.getByRole('group', { name: 'Red mug' });
    await mug.getByLabel('Unit price').fill('4');
    await mug.getByLabel('Why another price').fill('A friend.');
    await draft.getByText('€12.00 less is due.').waitFor();
    await makes(draft).click();
    const waits = { name: 'Waits for a supervisor' };
    await csr.getByRole('region', waits).getByText('60 % below its price').waitFor();
    expect(await csr.getByRole('button', { name: 'Refuse it' }).count()).toBe(0);
    await csr.context().close();

    const supervisor = await as('supervisor');
    const panel = supervisor.getByRole('region', waits);
    await panel.getByText('€12.00 less would be due.').waitFor();
    expect(await barriersOn(supervisor)).toEqual([]);
    expect(await widerThanShown(supervisor)).toBe(0);
    await panel.getByRole('button', { name: 'Make the change' }).click();
    await panel.waitFor({ state: 'detached' });
    expect((await platform.order('web.cheap', ({ money }) => money.total === 800)).money.owed).toBe(800);
    await supervisor.context().close();
  });

  it('cannot give up what was picked: that is said at its line, and nothing is made', async () => {
    const { page, complaints } = await opened('picked');
    const { fulfilments } = await platform.order('web.picked');
    const { fulfilmentId } = fulfilments[0];
    await platform.publish(event('tributary.fulfilment.picked.v1', { orderId: 'web.picked', fulfilmentId }));
    await platform.settled();
    await page.getByRole('button', { name: 'Change order' }).click();
    const draft = draftOn(page, 'picked');
    await draft.getByRole('button', { name: 'Take out Red mug' }).click();
    await draft.getByRole('group', { name: 'Red mug' }).getByText('the others are picked').waitFor();
    expect(await makes(draft).isDisabled()).toBe(true);
    const back = draft.getByRole('button', { name: 'Put back Red mug' });
    expect(await back.and(page.locator(':focus')).count()).toBe(1);
    await back.click();
    await draft.getByText('Nothing differs yet.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('is cancelled once the location that picked it has put it back, on %s', async (_, width, height) => {
    const number = `cancelled-${width}`;
    const { page } = await opened(number, width, height);
    const { fulfilments } = await platform.order(`web.${number}`);
    const { fulfilmentId } = fulfilments[0];
    await platform.publish(
      event('tributary.fulfilment.picked.v1', { orderId: `web.${number}`, fulfilmentId }),
    );
    await platform.order(`web.${number}`, (order: Json) => order.fulfilments[0].status === 'picked');

    const form = page.getByRole('region', { name: 'Cancel' });
    await form.getByRole('checkbox', { name: '2 × Red mug' }).waitFor();
    await form.getByLabel('Reason').fill('She changed her mind.');
    await form.getByRole('button', { name: 'Cancel all that is open' }).click();
    const asked = page.getByRole('region', { name: 'To be put back' });
    await asked.getByText('is asked to put back 2 × Red mug').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    await form.getByRole('button', { name: 'Cancel all that is open' }).click();
    await form.getByText('it has not answered yet').waitFor();

    await asked.getByRole('button', { name: 'It is put back' }).click();
    await asked.waitFor({ state: 'detached' });
    const { status, lines } = await platform.order(
      `web.${number}`,
      (order: Json) => order.status === 'cancelled',
    );
    expect([status, lines[0].quantities.cancelled]).toEqual(['cancelled', 2]);
  });

  it('needs no pointer, and gives nothing away that was entered', async () => {
    const { page, complaints } = await opened('by-keyboard');
    const hasFocus = async (one: Locator) => (await one.and(page.locator(':focus')).count()) === 1;
    const tabTo = async (one: Locator): Promise<void> => {
      await one.waitFor();
      for (let tabs = 0; tabs < 80 && !(await hasFocus(one)); tabs++) await page.keyboard.press('Tab');
      expect(await hasFocus(one)).toBe(true);
    };
    const opener = page.getByRole('button', { name: 'Change order' });
    await tabTo(opener);
    await page.keyboard.press('Enter');
    const draft = draftOn(page, 'by-keyboard');
    await until('the draft has the focus', () => hasFocus(draft.getByRole('heading')));
    await page.keyboard.press('Escape');
    await draft.waitFor({ state: 'detached' });
    expect(await hasFocus(opener)).toBe(true);

    await page.keyboard.press('Enter');
    const quantity = draft.getByRole('group', { name: 'Red mug' }).getByLabel('Quantity');
    await tabTo(quantity);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1');
    await page.keyboard.press('Escape');
    await until('keeping it is offered', () => hasFocus(draft.getByRole('button', { name: 'Keep it' })));
    await page.keyboard.press('Enter');
    expect(await quantity.inputValue()).toBe('1');
    await draft.getByText('€10.00 less is due.').waitFor();
    await draft.getByText('Given up: 1 × Red mug at Warehouse Leipzig').waitFor();
    await until('it may be made', () => makes(draft).isEnabled());
    await tabTo(quantity);
    await page.keyboard.press('Enter');
    expect(await makes(draft).isEnabled()).toBe(true);
    await tabTo(makes(draft));
    await page.keyboard.press('Enter');
    await isMade(page, draft);
    expect(await hasFocus(opener)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])(
    'may be long: its first lines are there, and any of the others is found, on %s',
    async (_, width, height) => {
      const number = `long-${width}`;
      await stock(platform, 'CUP', { 'dc-1': 200 });
      const lines = Array.from({ length: 60 }, (_, at) =>
        line('CUP', 1, { lineId: `${at}`, name: `Cup ${at}` }),
      );
      const { page, complaints } = await opened(number, width, height, lines);
      const all = page.getByRole('region', { name: 'Lines' });
      await all.getByText('50 of 60 are shown').waitFor();
      await all.getByLabel('Name or SKU').fill('cup 57');
      await all.getByText('1 of 1 are shown').waitFor();
      await all.getByText('Cup 57').waitFor();
      await all.getByLabel('Name or SKU').fill('');
      await all.getByRole('button', { name: 'Show all' }).click();
      await all.getByText('60 of 60 are shown').waitFor();

      await page.getByRole('button', { name: 'Change order' }).click();
      const draft = draftOn(page, number);
      await draft.getByText('20 of 60 are shown').waitFor();
      await draft.getByRole('button', { name: 'Show 20 more' }).click();
      await draft.getByText('40 of 60 are shown').waitFor();
      await draft.getByLabel('Name or SKU').fill('cup 58');
      await draft.getByRole('group', { name: 'Cup 58' }).getByLabel('Quantity').fill('2');
      await draft.getByText('€10.00 more is due.').waitFor();
      await draft.getByLabel('Name or SKU').fill('cup 3');
      await draft.getByRole('group', { name: 'Cup 30' }).waitFor();
      expect(await draft.getByRole('group', { name: 'Cup 58' }).isVisible()).toBe(true);
      expect([await barriersOn(page), await widerThanShown(page)]).toEqual([[], 0]);
      await makes(draft).click();
      await isMade(page, draft);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
