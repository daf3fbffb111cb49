import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { everyEntry, told } from '@tributary/client';
import type { Client } from '../api/client.ts';

const Issued = z.object({ keyId: z.string(), key: z.string() });
const File = z.object({ ops: Issued, integrator: Issued });
type File = z.infer<typeof File>;

export interface DemoKeys {
  readonly ops: string;
  readonly integrator: string;
}

const names = { ops: 'demo console', integrator: 'demo feed' } as const;

/** Beside the platform's own access file, and like it only for the user who started the demo. */
const fileIn = (folder: string): string => join(folder, 'demo-keys.json');

const kept = (folder: string): File | undefined => {
  try {
    return File.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
};

const keep = (folder: string, keys: File): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A new file: the mode of one that stands there would stay as it is.
  rmSync(fileIn(folder), { force: true });
  writeFileSync(fileIn(folder), `${JSON.stringify(keys)}\n`, { mode: 0o600 });
};

/**
 * The demo's two keys: those of the last run, so that an open console and a pasted `curl` go on working
 * after a restart; new ones where they were revoked or their file is lost.
 * @param folder the data folder of the platform
 */
export const demoKeys = async (admin: Client, folder: string): Promise<DemoKeys> => {
  const items = await everyEntry((cursor) => told(admin.GET('/v1/keys', { params: { query: cursor } })));
  const valid = items.filter(({ name, revoked }) => !revoked && Object.values<string>(names).includes(name));
  const isValid = ({ keyId }: { keyId: string }) => valid.some((key) => key.keyId === keyId);
  const known = kept(folder);
  if (known && isValid(known.ops) && isValid(known.integrator))
    return { ops: known.ops.key, integrator: known.integrator.key };
  // Nobody can show them again, so nobody needs them.
  for (const { keyId } of valid)
    await told(admin.DELETE('/v1/keys/{keyId}', { params: { path: { keyId } } }));
  const issue = async (role: keyof typeof names) => {
    const { keyId, key } = await told(admin.POST('/v1/keys', { body: { name: names[role], role } }));
    return { keyId, key };
  };
  const issued = { ops: await issue('ops'), integrator: await issue('integrator') };
  keep(folder, issued);
  return { ops: issued.ops.key, integrator: issued.integrator.key };
};
