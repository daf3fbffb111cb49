import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playIn } from './play-in-folder.ts';

describe('The sample feed in a data folder', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tributary-feed-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is of the moment it was first played at, each seed and size by itself, until it is done', () => {
    expect(playIn(folder, 1, 40, 1_000)).toMatchObject({ at: 1_000, done: false });
    expect(playIn(folder, 2, 40, 3_000)).toMatchObject({ at: 3_000, done: false });
    playIn(folder, 1, 40, 2_000).finished();
    expect(playIn(folder, 1, 40, 4_000)).toMatchObject({ at: 1_000, done: true });
    expect(playIn(folder, 2, 40, 4_000)).toMatchObject({ at: 3_000, done: false });
  });

  it('is new where nobody knows when that was', () => {
    writeFileSync(join(folder, 'demo-feeds.json'), '{"1/40":');
    expect(playIn(folder, 1, 40, 2_000)).toMatchObject({ at: 2_000, done: false });
  });
});
