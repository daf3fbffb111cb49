import { installed } from './locked-packages.ts';

/** What may be given on with software under Apache-2.0, without terms for the rest of it. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);
/** Used to build and to test, and given on to nobody. */
const forBuilding = new Set([...permissive, 'CC-BY-4.0', 'MPL-2.0']);
/** Licensed under MIT by their files, in a field that npm no longer reads. */
const unread = new Set(['buildcheck', 'cpu-features', 'ssh2']);

const idsIn = (expression = 'none'): readonly string[] =>
  expression.split(/[\s()]+/).filter((word) => word !== '' && word !== 'AND' && word !== 'OR');

describe('The licence of every package', () => {
  it('lets Tributary be given on under its own', () => {
    const others = installed.filter(
      ([path, { dev, license }]) =>
        !unread.has(path.split('node_modules/').at(-1)!) &&
        !idsIn(license).every((id) => (dev ? forBuilding : permissive).has(id)),
    );
    expect(installed.length).toBeGreaterThan(500);
    expect(others).toEqual([]);
  });
});
