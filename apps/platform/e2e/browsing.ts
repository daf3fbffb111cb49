import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { adminKey, whenBuilt } from './platform-under-test.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const built = existsSync(fileURLToPath(new URL('../../console/dist/index.html', import.meta.url)));
/** Needs a browser and a built console; skipped by name where one is missing. */
export const whenBrowsable = existsSync(executablePath) && built ? whenBuilt : describe.skip;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: flags });

/**
 * A new visitor; everything the browser complains about is collected.
 * @param locale what their browser asks for (BCP 47)
 */
export const visit = async (
  browser: Browser,
  width: number,
  height: number,
  locale = 'en-US',
): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext({ viewport: { width, height }, locale });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.setDefaultTimeout(15_000);
  return { page, complaints };
};

/** Signs in, as the administrator unless told, by the list of orders. */
export const signIn = async (page: Page, url: string, key = adminKey): Promise<void> => {
  await page.goto(`${url}/orders`);
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('searchbox', { name: 'Search orders' }).waitFor();
};

/** The navigation, with the rooms for which a phone has no place below. */
export const roomsOf = async (page: Page): Promise<Locator> => {
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  const more = rooms.getByRole('button', { name: /^More/ });
  if ((await more.isVisible()) && (await more.getAttribute('aria-expanded')) !== 'true') await more.click();
  return rooms;
};

/** By how many pixels the page is wider than what is shown of it. */
export const widerThanShown = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
