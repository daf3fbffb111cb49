import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from './accessible.ts';
import { openBrowser, signIn, visit, whenBrowsable, widerThanShown } from './browsing.ts';
import { PlatformUnderTest, adminKey } from './platform-under-test.ts';
import { openNetwork } from './trade.ts';

whenBrowsable('Signing in to the console', () => {
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

  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search orders' });
  const asked = (page: Page) => page.getByLabel('API key');
  const tab = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(platform.url + path);
    return page;
  };

  it('is once for all tabs, as is signing out', async () => {
    const { page, complaints } = await visit(browser, 1440, 900);
    await signIn(page, platform.url);
    const second = await tab(page.context(), '/orders');
    await search(second).waitFor();
    await page.reload();
    await search(page).waitFor();
    await second.getByText('Live', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await asked(page).waitFor();
    await asked(second).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await second.reload();
    await asked(second).waitFor();

    await asked(page).fill(adminKey);
    await page.keyboard.press('Enter');
    await search(page).waitFor();
    await search(second).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leaves nothing of it where scripts could read', async () => {
    const { page } = await visit(browser, 1440, 900);
    await page.goto(`${platform.url}/orders#key=${adminKey}`);
    await search(page).waitFor();
    expect(page.url()).toBe(`${platform.url}/orders`);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({
      name: 'tributary-session',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    });
    const readable = await page.evaluate<string>(
      'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, history.state])',
    );
    for (const secret of [adminKey, cookie!.value, cookie!.name]) expect(readable).not.toContain(secret);
    await page.context().close();
  });

  it('is asked for again once the key is revoked, in every tab, with why, and leads back', async () => {
    const { key, keyId } = (await platform.post('/v1/keys', { name: 'desk', role: 'ops' })).body;
    const { page } = await visit(browser, 1440, 900);
    await signIn(page, platform.url, key);
    const second = await tab(page.context(), '/queues/held');
    await second.getByRole('navigation', { name: 'Queues' }).waitFor();
    await platform.ask('DELETE', `/v1/keys/${keyId}`);
    for (const each of [page, second]) {
      await each.getByText('Your key is no longer accepted. Sign in again.').waitFor();
      await asked(each).waitFor();
    }
    await asked(second).fill(adminKey);
    await second.getByRole('button', { name: 'Sign in' }).click();
    await second.getByRole('navigation', { name: 'Queues' }).waitFor();
    expect(second.url()).toBe(`${platform.url}/queues/held`);
    await search(page).waitFor();
    await page.context().close();
  });

  it('says that the platform is away, and does not take that for signed out', async () => {
    const { page } = await visit(browser, 390, 844);
    await signIn(page, platform.url);
    await page.context().route('**/v1/session', (route) => route.abort());
    await page.reload();
    await page.getByText('The platform did not answer').waitFor();
    expect(await asked(page).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in with another key' }).click();
    await page.getByText('You are not signed out yet.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().unroute('**/v1/session');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are not signed out yet.').waitFor({ state: 'detached' });
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])('can be done by everybody on %s, and says what is wrong with a link', async (_, width, height) => {
    const { page } = await visit(browser, width, height);
    await page.goto(`${platform.url}/#key=trb_not-a-key`);
    await page.getByText('This key is not known here').waitFor();
    expect(page.url()).toBe(`${platform.url}/`);
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanShown(page)).toBe(0);
    await page.context().close();
  });
});
