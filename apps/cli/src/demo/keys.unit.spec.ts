import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTributary } from '@tributary/client';
import { demoKeys } from './keys.ts';

/** A platform that issues and revokes keys. */
const platform = () => {
  const keys: { keyId: string; name: string; revoked: boolean }[] = [];
  const answer = async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return Response.json({ items: keys });
    if (request.method === 'DELETE') {
      keys.find(({ keyId }) => request.url.endsWith(`/v1/keys/${keyId}`))!.revoked = true;
      return new Response(null, { status: 204 });
    }
    const { name } = (await request.json()) as { name: string };
    const keyId = `k${keys.length + 1}`;
    keys.push({ keyId, name, revoked: false });
    return Response.json({ keyId, key: `secret of ${keyId}` }, { status: 201 });
  };
  return { client: createTributary({ url: 'http://platform', key: 'admin', fetch: answer }), keys };
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
