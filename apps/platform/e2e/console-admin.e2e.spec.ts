import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { until } from '@tributary/testing';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, roomsOf, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest } from './platform-under-test.ts';
import { event, openNetwork, stock, webOrder } from './trade.ts';

const sizes = [
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
] as const;

/**
 * Two dead letters, put into the log behind the platform's back since nothing that passes the door makes any: one that
 * fails whenever it is tried, and one that was given up though it can be applied, as after an outage.
 */
const leaveDeadLetters = async (platform: PlatformUnderTest): Promise<void> => {
  const log = openSqliteEventLog(join(platform.data, 'events.db'));
  const inbox = log.forService('gateway');
  const poison = {
    id: randomUUID(),
    type: 'tributary.stock.counted.v1',
    time: new Date().toISOString(),
    data: null,
    metadata: { source: 'urn:poison', key: 'MUG-RED@dc-1' },
  };
  await inbox.append([{ stream: 'inbox-urn:poison', expectedVersion: 'any', events: [poison] }]);
  const good = (await inbox.readStream('inbox-urn:e2e:shop')).at(-1)!;
  const parked = {
    id: randomUUID(),
    type: 'tributary.message.parked.v1',
    time: good.recordedTime,
    data: {
      group: 'inventory',
      partition: 'log',
      position: good.position,
      eventId: good.id,
      eventType: good.type,
      subject: good.stream,
      error: 'StoreUnavailable: the disk was full',
      attempts: 5,
    },
    metadata: { source: 'tributary/bus', causationId: good.id },
  };
  await log
    .forService('bus')
    .append([{ stream: 'parked-inventory', expectedVersion: 'any', events: [parked] }]);
  await log.close();
};

const isAsItShouldBe = async (page: Page): Promise<void> => {
  expect(await barriersOn(page)).toEqual([]);
  expect(await widerThanShown(page)).toBe(0);
};

whenBrowsable('Dead letters, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 4 });
    await platform.end('SIGTERM');
    await leaveDeadLetters(platform);
    await platform.start();
    await platform.settled();
  });
  afterEach(() => platform?.remove());
  afterAll(() => browser?.close());

  it.each(sizes)(
    'are told with why, and tried again once that is confirmed, on %s',
    async (_, width, height) => {
      const { page, complaints } = await visit(browser, width, height);
      await signIn(page, platform.url, await platform.keyOf('ops'));
      await (await roomsOf(page)).getByRole('link', { name: /^Admin/ }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
      await isAsItShouldBe(page);
      await page
        .getByRole('region', { name: 'What the platform runs on' })
        .getByRole('link', { name: 'Consumers and dead letters' })
        .press('Enter');
      const inventory = page.getByRole('row', { name: /^inventory / });
      await inventory.getByText('2', { exact: true }).waitFor();
      const letters = page.getByRole('region', { name: 'Dead letters, newest first' });
      await letters
        .getByText('inventory could not apply it in 5 attempts: StoreUnavailable: the disk was full')
        .waitFor();
      await letters.getByText(/TypeError/).waitFor();
      expect(await letters.getByRole('button', { name: 'Try again' }).isDisabled()).toBe(true);
      await isAsItShouldBe(page);

      await letters.getByRole('checkbox', { name: 'All 2 that are shown' }).press('Space');
      await letters.getByRole('button', { name: 'Try 2 dead letters again' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Try 2 dead letters again?' });
      await dialog.getByRole('button', { name: 'Not now' }).waitFor();
      await isAsItShouldBe(page);
      await dialog.getByRole('button', { name: 'Try again' }).press('Enter');
      const came = page.getByRole('region', { name: 'What came of it' });
      await came.getByText('Applied: 1 of 2.').waitFor();
      await came.getByText(/^It could not be applied: Cannot destructure/).waitFor();
      await letters.getByText('the disk was full').waitFor({ state: 'detached' });
      await inventory.getByText('1', { exact: true }).waitFor();
      await isAsItShouldBe(page);
      expect(complaints).toEqual([expect.stringContaining('422')]);
      await page.context().close();
    },
  );

  it('are counted for those who may not read them, and asked for by nobody else', async () => {
    const { page, complaints } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('csr'));
    await page.goto(`${platform.url}/admin/consumers`);
    await page
      .getByRole('row', { name: /^inventory / })
      .getByText('2', { exact: true })
      .waitFor();
    expect(await page.getByRole('region', { name: 'Dead letters, newest first' }).count()).toBe(0);
    await page.context().close();

    const store = await visit(browser, 1440, 900);
    await signIn(store.page, platform.url, await platform.keyOf('associate'));
    await store.page.goto(`${platform.url}/admin/consumers`);
    await store.page.getByText('This is not for your role').waitFor();
    expect([...complaints, ...store.complaints]).toEqual([]);
    await store.page.context().close();
  });
});

whenBrowsable('Keys, in the console', () => {
  let platform: PlatformUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([PlatformUnderTest.start(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.remove();
  });

  it.each(sizes)('are made, shown once and withdrawn, on %s', async (place, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url);
    await page.goto(`${platform.url}/admin/keys`);
    const make = page.getByRole('region', { name: 'Make a key' });
    const name = `Till of ${place}`;
    await make.getByLabel('Who will hold it').fill(name);
    await make.getByLabel('Sends as').fill('urn:*:till');
    await make.getByRole('button', { name: 'Make the key' }).press('Enter');
    await make.getByText(/^A source as messages name it/).waitFor();
    await isAsItShouldBe(page);
    await make.getByLabel('Sends as').fill('urn:pos:*');
    await make.getByRole('button', { name: 'Make the key' }).press('Enter');

    const made = page.getByRole('region', { name: `The key of ${name}` });
    const key = await made.getByLabel('Key').inputValue();
    await isAsItShouldBe(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await made.getByRole('button', { name: 'Copy' }).press('Enter');
    await made.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(key);
    expect((await platform.get('/v1/me', { key })).body).toMatchObject({ name, sources: ['urn:pos:*'] });
    await made.getByRole('button', { name: 'I have it' }).press('Enter');
    await make.waitFor();
    expect(await page.content()).not.toContain(key);

    const keys = page.getByRole('region', { name: 'Keys, in the order they were made' });
    const item = keys.getByRole('listitem').filter({ hasText: name });
    await item.getByText('Sends as urn:pos:* alone').waitFor();
    await item.getByRole('button', { name: `Withdraw the key of ${name}` }).press('Enter');
    const dialog = page.getByRole('dialog', { name: `Withdraw the key of ${name}?` });
    await dialog.getByRole('button', { name: 'Keep it' }).waitFor();
    await isAsItShouldBe(page);
    await dialog.getByRole('button', { name: 'Withdraw' }).press('Enter');
    await item.getByText('Withdrawn', { exact: true }).waitFor();
    expect((await platform.get('/v1/me', { key })).status).toBe(401);
    await isAsItShouldBe(page);
    expect(complaints).toEqual([expect.stringContaining('400')]);
    await page.context().close();
  });

  it('are for administrators alone', async () => {
    const { page, complaints } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('ops'));
    await page.goto(`${platform.url}/admin/keys`);
    await page.getByText('This is not for your role').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

whenBrowsable('Locations, in the console', () => {
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

  const named = async (id: string): Promise<Record<string, unknown> | undefined> =>
    (await platform.get('/v1/locations')).body.items.find(
      ({ locationId }: { locationId: string }) => locationId === id,
    );

  it.each(sizes)('are found, closed and opened once that is confirmed, on %s', async (_, width, height) => {
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url, await platform.keyOf('ops'));
    await page.goto(`${platform.url}/admin`);
    await page
      .getByRole('region', { name: 'What the platform runs on' })
      .getByRole('link', { name: 'Locations' })
      .press('Enter');
    const locations = page.getByRole('region', { name: 'Locations, by id' });
    await locations.getByText('3 open, 0 closed').waitFor();
    await locations.getByText('Warehouse that sends goods').waitFor();
    await isAsItShouldBe(page);

    await locations.getByLabel('Name or id').fill('nowhere');
    await locations.getByText('No location is called that').waitFor();
    await isAsItShouldBe(page);
    await locations.getByLabel('Name or id').fill('berlin');
    await locations.getByText('1 open, 0 closed').waitFor();
    const store = locations.getByRole('listitem');
    expect(await store.count()).toBe(1);
    await store.getByText('52.52, 13.4').waitFor();

    // What is told of it while the page is open is kept.
    const { locationId, ...known } = (await named('store-1'))!;
    const told = { ...known, zone: width > 1_000 ? 'Europe/Berlin' : 'Europe/Vienna' };
    await platform.put(`/v1/locations/${String(locationId)}`, told);
    await store.getByRole('button', { name: 'Close Store Berlin' }).press('Enter');
    const closing = page.getByRole('dialog', { name: 'Close Store Berlin?' });
    await closing.getByRole('button', { name: 'Leave it' }).waitFor();
    await isAsItShouldBe(page);
    await page.route('**/v1/locations/store-1', (route) => route.abort());
    await closing.getByRole('button', { name: 'Close it' }).press('Enter');
    await closing.getByRole('alert').waitFor();
    await isAsItShouldBe(page);
    expect(await named('store-1')).toEqual({ locationId, ...told });
    await page.unroute('**/v1/locations/store-1');
    await closing.getByRole('button', { name: 'Close it' }).press('Enter');
    await store.getByText('Closed', { exact: true }).waitFor();
    await locations.getByText('0 open, 1 closed').waitFor();
    expect(await named('store-1')).toEqual({ locationId, ...told, active: false });
    await isAsItShouldBe(page);

    await store.getByRole('button', { name: 'Open Store Berlin' }).press('Enter');
    const opening = page.getByRole('dialog', { name: 'Open Store Berlin?' });
    await opening.getByRole('button', { name: 'Open it' }).press('Enter');
    await store.getByText('Open', { exact: true }).first().waitFor();
    await locations.getByText('1 open, 0 closed').waitFor();
    expect(await named('store-1')).toEqual({ locationId, ...told, active: true });
    // The way on by keyboard begins where it was left.
    await store.locator('button:focus', { hasText: 'Close' }).waitFor();
    expect(complaints).toEqual([expect.stringContaining('ERR_FAILED')]);
    await page.context().close();
  });

  it('are told to those who may not change them, a hundred at a time, and found among all', async () => {
    const place = (n: number) =>
      event('tributary.location.updated.v1', {
        locationId: `till-${String(n).padStart(3, '0')}`,
        name: `Till ${n}`,
        kind: 'store',
        address: {},
        capabilities: [],
      });
    await platform.publish(...Array.from({ length: 100 }, (_, n) => place(n)));
    await platform.settled();
    const { page, complaints } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, await platform.keyOf('analyst'));
    await page.goto(`${platform.url}/admin/locations`);
    const locations = page.getByRole('region', { name: 'Locations, by id' });
    await locations.getByText('103 open, 0 closed').waitFor();
    expect(await locations.getByRole('listitem').count()).toBe(100);
    expect(await locations.getByRole('button', { name: /^(Close|Open) / }).count()).toBe(0);
    await locations.getByLabel('Name or id').fill('TILL 99');
    await locations.getByText('1 open, 0 closed').waitFor();
    await locations.getByText('till-099').waitFor();
    await locations.getByLabel('Name or id').fill('');
    await locations.getByRole('button', { name: 'Load more' }).press('Enter');
    await locations.getByText('till-099').waitFor();
    expect(await locations.getByRole('listitem').count()).toBe(103);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

whenBrowsable('The rooms of the console', () => {
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

  it.each(sizes)('begin with what needs doing, on %s', async (place, width, height) => {
    const number = `first-${place.replace(' ', '-')}`;
    await platform.publish(event('tributary.order.captured.v1', webOrder(number)));
    await platform.post('/v1/events', [{ ...event('tributary.order.captured.v1', webOrder('x')), data: 7 }]);
    await platform.settled();
    await platform.post(`/v1/orders/web.${number}/hold`, { reason: 'fraud' }, { as: 'ops' });
    await platform.settled();
    const { page, complaints } = await visit(browser, width, height);
    await signIn(page, platform.url, await platform.keyOf('ops'));
    await page.goto(`${platform.url}/overview`);
    const needs = page.getByRole('region', { name: 'What needs doing' });
    const need = (name: RegExp) => needs.getByRole('link', { name });
    await need(/^In quarantine [1-9]/).waitFor();
    await need(/^Dead letters 0/).waitFor();
    await need(/^Late 0/).waitFor();
    await needs.getByText(/^\d of 11 need somebody$/).waitFor();
    await isAsItShouldBe(page);
    await need(/^Held [1-9]/).press('Enter');
    await page.getByRole('link', { name: number }).waitFor();
    await page.goto(`${platform.url}/overview`);
    await need(/^Events behind/).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Consumers and dead letters' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['integrator', 'ops', 'csr', 'supervisor', 'associate', 'analyst', 'admin'] as const)(
    'that %s is led to ask for nothing that is refused',
    async (role) => {
      const { page, complaints } = await visit(browser, 390, 844);
      const refused: string[] = [];
      const asked = new Set<Request>();
      // The live stream of orders has no end.
      page.on('request', (request) => request.url().endsWith('/live') || asked.add(request));
      page.on('requestfailed', (request) => asked.delete(request));
      page.on('requestfinished', (request) => asked.delete(request));
      page.on('response', (response) => {
        if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
      });
      const isLoaded = async () =>
        asked.size === 0 && (await page.getByRole('status', { name: 'Loading' }).count()) === 0;
      await signIn(page, platform.url, await platform.keyOf(role));
      const open = async (links: readonly string[]): Promise<void> => {
        for (const link of links) {
          await page.goto(platform.url + link);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await until(`${link} is loaded`, isLoaded);
        }
      };
      const linksIn = (part: Locator) =>
        part.getByRole('link').evaluateAll((links) => links.map((link) => String(link.getAttribute('href'))));
      const rooms = await linksIn(await roomsOf(page));
      expect(rooms.length).toBeGreaterThan(4);
      await open(rooms);
      if (rooms.includes('/admin')) {
        await page.goto(`${platform.url}/admin`);
        await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
        await open(await linksIn(page.getByRole('region', { name: 'What the platform runs on' })));
      }
      expect(refused).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );
});
