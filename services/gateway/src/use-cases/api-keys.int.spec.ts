import { roles } from '@tributary/contracts';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { ApiKeys, hashOf, newKey } from './api-keys.ts';

const given = 'an-admin-key-from-the-environment';

describe('API keys', () => {
  let log: SqliteEventLog;
  beforeEach(() => void (log = openSqliteEventLog(':memory:')));
  afterEach(() => log.close());

  const started = async (adminKey?: string): Promise<[ApiKeys, string | undefined]> => {
    const keys = new ApiKeys(log.forService('gateway'));
    return [keys, await keys.start(adminKey)];
  };
  const everythingRecorded = async () => JSON.stringify(await log.all.readAll(0, 1_000));

  it('let the first admin in with a key that is shown once and kept as its hash', async () => {
    const [keys, first] = await started();
    expect(first).toMatch(/^trb_[\w-]{43}$/);
    expect(keys.verify(first!)).toMatchObject({ name: 'first admin', role: 'admin' });
    expect(await everythingRecorded()).not.toContain(first);
    expect(await everythingRecorded()).toContain(hashOf(first!));
    const [again, second] = await started();
    expect(second).toBeUndefined();
    expect(again.verify(first!)).toEqual(keys.verify(first!));
  });

  it('let the operator choose the admin key: it is issued once and never shown', async () => {
    const [keys, shown] = await started(given);
    expect(shown).toBeUndefined();
    expect(keys.verify(given)).toMatchObject({ role: 'admin' });
    expect(await everythingRecorded()).not.toContain(given);
    const [again] = await started(given);
    expect(await again.list()).toHaveLength(1);
    const [other, made] = await started();
    expect([made, other.verify(given)?.role]).toEqual([undefined, 'admin']);
  });

  it('stay revoked when the operator still gives them at the next start', async () => {
    const [keys] = await started(given);
    await keys.revoke(keys.verify(given)!.keyId, { actor: 'admin:1' });
    await expect(started(given)).rejects.toThrow('was revoked');
  });

  it('refuse an admin key that could be guessed', async () => {
    await expect(started('fifteen-letters')).rejects.toThrow(RangeError);
  });

  it.each(roles)('give the role %s to who shows them, and to nobody else', async (role) => {
    const [keys] = await started(given);
    const { keyId, key } = await keys.issue('shop', role, { actor: 'admin:1' });
    expect(keys.verify(key)).toEqual({ keyId, name: 'shop', role });
    expect([
      keys.verify(`${key} `),
      keys.verify(''),
      keys.verify(hashOf(key)),
      keys.verify(newKey()),
    ]).toEqual(Array(4).fill(undefined));
  });

  it('are revoked at once and for good', async () => {
    const [keys] = await started(given);
    const { keyId, key } = await keys.issue('shop', 'integrator', { actor: 'admin:1' });
    expect(await keys.revoke(keyId, { actor: 'admin:1' })).toBeUndefined();
    expect(keys.verify(key)).toBeUndefined();
    expect(await keys.revoke(keyId, { actor: 'admin:1' })).toBeUndefined();
    const [again] = await started(given);
    expect(again.verify(key)).toBeUndefined();
    expect(await again.list()).toContainEqual({ keyId, name: 'shop', role: 'integrator', revoked: true });
    expect(await keys.revoke('nobody', { actor: 'admin:1' })).toMatchObject({ code: 'not-found' });
  });

  it('are listed without their hashes', async () => {
    const [keys, first] = await started();
    expect(JSON.stringify(await keys.list())).not.toContain(hashOf(first!));
  });

  it('make a new first admin when the last one was revoked', async () => {
    const [keys, first] = await started();
    await keys.revoke(keys.verify(first!)!.keyId, { actor: 'admin:1' });
    const [again, second] = await started();
    expect(again.verify(second!)).toMatchObject({ role: 'admin' });
    expect(again.verify(first!)).toBeUndefined();
  });

  it('are all there when many are issued at once', async () => {
    const [keys] = await started(given);
    const issued = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keys.issue(`shop ${index}`, 'integrator', { actor: 'admin:1' }),
      ),
    );
    expect(issued.map(({ key }) => keys.verify(key)?.name)).toEqual(
      issued.map((_, index) => `shop ${index}`),
    );
  });

  it('of programs on this machine live as long as the process and are recorded nowhere', async () => {
    const [keys] = await started(given);
    const local = keys.issueLocal();
    expect(keys.verify(local)).toMatchObject({ keyId: 'local', role: 'admin' });
    expect(await keys.list()).toHaveLength(1);
    expect((await started(given))[0].verify(local)).toBeUndefined();
  });
});
