import type { Client } from '../api/client.ts';

export interface DemoKeys {
  readonly ops: string;
  readonly integrator: string;
}

interface Listed {
  readonly keyId: string;
  readonly name: string;
  readonly revoked: boolean;
}

const names = { ops: 'demo console', integrator: 'demo feed' } as const;

/** Issues the demo's two keys; those of an earlier run end, since nobody can know how far they were passed on. */
export const issueDemoKeys = async (admin: Client): Promise<DemoKeys> => {
  const { items } = await admin.get<{ items: readonly Listed[] }>('/v1/keys');
  const earlier = items.filter(
    ({ name, revoked }) => !revoked && Object.values<string>(names).includes(name),
  );
  for (const { keyId } of earlier) await admin.remove(`/v1/keys/${keyId}`);
  const issue = async (role: keyof typeof names) =>
    (await admin.post<{ key: string }>('/v1/keys', { name: names[role], role })).key;
  return { ops: await issue('ops'), integrator: await issue('integrator') };
};
