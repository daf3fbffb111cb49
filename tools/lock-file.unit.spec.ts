import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './locked-packages.ts';

const { allowScripts } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'),
) as { readonly allowScripts: Readonly<Record<string, boolean>> };

describe('The lock file', () => {
  it('holds a digest of every package, so that another one is not installed in its place', () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('has a decision for every package whose script could run where it is installed', () => {
    const scripted = installed.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.split('node_modules/').at(-1)!] : [],
    );
    expect(scripted.length).toBeGreaterThan(0);
    expect(scripted.filter((name) => !(name in allowScripts))).toEqual([]);
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
  });

  it('has another package in the place of the one by which Swagger UI reports installations', () => {
    expect(Object.fromEntries(installed)['node_modules/@scarf/scarf']).toMatchObject({ name: 'inherits' });
  });

  it('names no registry: whoever installs takes packages from their own', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
