import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { revokeKeys } from './api.mjs';

const here = import.meta.dirname;
const beside = new URL('./', import.meta.url).href;

/**
 * A page as a module of as many lines, so that an error names the line of the page: its `js` blocks as they
 * are, its headings printed when they are reached, its prose left out.
 */
const moduleOf = (page) => {
  let isCode = false;
  const lines = page.split('\n').map((line) => {
    if (line.startsWith('```')) {
      isCode = line === '```js';
      return '';
    }
    if (isCode) return line.replace(" from './", ` from '${beside}`);
    return line.startsWith('#') ? `console.log(${JSON.stringify(line)});` : '';
  });
  return lines.join('\n');
};

/** @returns whether everything that a page says is so */
const play = async (name, folder) => {
  const page = join(here, `${name}.md`);
  const file = join(folder, `${name}.mjs`);
  const { href } = pathToFileURL(file);
  try {
    writeFileSync(file, moduleOf(readFileSync(page, 'utf8')));
    await import(href);
    return true;
  } catch (error) {
    console.error(String(error.stack ?? error).replaceAll(href, page));
    return false;
  }
};

const all = () =>
  readdirSync(here)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => basename(file, '.md'))
    .toSorted();

const folder = mkdtempSync(join(tmpdir(), 'tributary-scenarios-'));
const asked = process.argv.slice(2);
const failed = [];
try {
  for (const name of asked.length > 0 ? asked : all()) if (!(await play(name, folder))) failed.push(name);
} finally {
  rmSync(folder, { recursive: true });
  await revokeKeys();
}
console.log(failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All of it is so.');
process.exitCode = failed.length > 0 ? 1 : 0;
