import { existsSync } from 'node:fs';
import { playAgainstOwn } from './hostile.ts';
import { platformProgram } from './own-platform.ts';
import { kinds } from './kinds/index.ts';
import type { Result } from './play.ts';

/** What is built is attacked; without a build this is skipped under its own name. */
const whenBuilt = existsSync(platformProgram) ? describe : describe.skip;

whenBuilt('The platform, attacked from outside', () => {
  let results: readonly Result[];
  beforeAll(async () => void (results = await playAgainstOwn(true)));

  it.each(kinds.map(({ name }) => name))('holds against %s', (name) => {
    const result = results.find(({ kind }) => kind === name)!;
    expect(result.failures).toEqual([]);
    expect(result.held).toBeGreaterThan(3);
  });
});
