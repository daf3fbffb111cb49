import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findConnection, runningOn } from './connection.ts';

describe('The connection to the platform', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const leave = (access: unknown) => writeFileSync(join(folder, 'access.json'), JSON.stringify(access));
  /** Beyond the largest process id of Linux, macOS and Windows. */
  const nobody = 2 ** 30;

  it('is what TRIBUTARY_URL and TRIBUTARY_KEY say', () => {
    leave({ url: 'http://127.0.0.1:1', key: 'other', pid: process.pid });
    const environment = {
      TRIBUTARY_URL: 'https://orders.example.com/',
      TRIBUTARY_KEY: 'k',
      TRIBUTARY_DATA: folder,
    };
    expect(findConnection(environment)).toEqual({ url: 'https://orders.example.com', key: 'k' });
  });

  it('is otherwise found in the data folder', () => {
    leave({ url: 'http://127.0.0.1:3000', key: 'local', pid: process.pid });
    expect(findConnection({ TRIBUTARY_DATA: folder })).toEqual({
      url: 'http://127.0.0.1:3000',
      key: 'local',
    });
  });

  it('is missed with a word on what to set', () => {
    expect(() => findConnection({ TRIBUTARY_DATA: folder })).toThrow(
      /TRIBUTARY_DATA.*TRIBUTARY_URL and TRIBUTARY_KEY/,
    );
    expect(() => findConnection({ TRIBUTARY_URL: 'http://x' })).toThrow(/TRIBUTARY_KEY is not/);
    expect(() => findConnection({ TRIBUTARY_URL: 'orders', TRIBUTARY_KEY: 'k' })).toThrow(
      /not an http address/,
    );
  });

  it('tells a running platform from one that was killed', () => {
    leave({ url: 'http://127.0.0.1:3000', key: 'local', pid: process.pid });
    expect(runningOn(folder)?.pid).toBe(process.pid);
    leave({ url: 'http://127.0.0.1:3000', key: 'local', pid: nobody });
    expect(runningOn(folder)).toBeUndefined();
  });

  it('does not trust a file that holds something else', () => {
    leave({ url: 5 });
    expect(runningOn(folder)).toBeUndefined();
  });
});
