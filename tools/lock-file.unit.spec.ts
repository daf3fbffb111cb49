import { installed } from './locked-packages.ts';

describe('The lock file', () => {
  it('holds a digest of every package, so that another one is not installed in its place', () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('names no registry: whoever installs takes packages from their own', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
