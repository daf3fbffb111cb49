import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../api/client.ts';
import { demoKeys } from './keys.ts';

/** A platform that issues and revokes keys. */
const platform = () => {
  const keys: { keyId: string; name: string; revoked: boolean }[] = [];
  const client: Client = {
    get: async <T>() => ({ items: keys }) as T,
    post: async <T>(_path: string, body: unknown) => {
      const keyId = `k${keys.length + 1}`;
      keys.push({ keyId, name: (body as { name: string }).name, revoked: false });
      return { keyId, key: `secret of ${keyId}` } as T;
    },
    remove: async (path) => void (keys.find(({ keyId }) => path.endsWith(keyId))!.revoked = true),
  };
  return { client, keys };
};

describe("The demo's keys", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tributary-keys-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = () => join(folder, 'demo-keys.json');

  it('are the same after a restart, and lie where only their user reads them', async () => {
    const { client, keys } = platform();
    const first = await demoKeys(client, folder);
    expect(await demoKeys(client, folder)).toEqual(first);
    expect(keys).toHaveLength(2);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['one was revoked', (keys: { revoked: boolean }[]) => void (keys[0]!.revoked = true)],
    ['their file is lost', () => rmSync(file())],
    ['their file is damaged', () => writeFileSync(file(), '{"ops":')],
  ])('are new when %s, and none of before is left valid', async (_, happens) => {
    const { client, keys } = platform();
    const first = await demoKeys(client, folder);
    happens(keys);
    const second = await demoKeys(client, folder);
    expect(second).not.toEqual(first);
    expect(keys.filter(({ revoked }) => !revoked)).toHaveLength(2);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ ops: { key: second.ops } });
  });
});
