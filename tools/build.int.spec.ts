import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const served = ['apps/console/dist', 'apps/platform/dist', 'apps/cli/dist'].map((each) => join(root, each));
const whenBuilt = served.every((folder) => existsSync(folder)) ? describe : describe.skip;

/** Every file and folder below them: which one it is, and when it was last written or put there. */
const stateOf = async (folders: readonly string[]): Promise<readonly string[]> => {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const names = ['', ...(await readdir(folder, { recursive: true }))];
      return Promise.all(
        names.map(async (name) => {
          const { ino, ctimeMs } = await stat(join(folder, name));
          return `${join(folder, name)} ${ino} ${ctimeMs}`;
        }),
      );
    }),
  );
  return lists.flat().toSorted();
};

whenBuilt('A build of what is built', () => {
  it('touches no file, since a platform that runs is serving them', async () => {
    const before = await stateOf(served);
    await promisify(execFile)(process.execPath, [join(root, 'tools/run.mjs'), 'build']);
    expect(await stateOf(served)).toEqual(before);
  });
});
