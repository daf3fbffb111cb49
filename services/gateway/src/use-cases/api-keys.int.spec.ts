import { type Identity, roles } from '@tributary/contracts';
import type { EventStore } from '@tributary/event-store';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { ApiKeys, hashOf, newKey } from './api-keys.ts';

const given = 'an-admin-key-from-the-environment';

/** Told at once, where nobody else writes. */
const whose = (keys: ApiKeys, key: string) => keys.verify(key) as Identity | undefined;

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
    expect(whose(keys, first!)).toMatchObject({ name: 'first admin', role: 'admin' });
    expect(await everythingRecorded()).not.toContain(first);
    expect(await everythingRecorded()).toContain(hashOf(first!));
    const [again, second] = await started();
    expect(second).toBeUndefined();
    expect(whose(again, first!)).toEqual(whose(keys, first!));
  });

  it('let the operator choose the admin key: it is issued once and never shown', async () => {
    const [keys, shown] = await started(given);
    expect(shown).toBeUndefined();
    expect(whose(keys, given)).toMatchObject({ role: 'admin' });
    expect(await everythingRecorded()).not.toContain(given);
    const [again] = await started(given);
    expect(await again.list()).toHaveLength(1);
    const [other, made] = await started();
    expect([made, whose(other, given)?.role]).toEqual([undefined, 'admin']);
  });

  it('stay revoked when the operator still gives them at the next start', async () => {
    const [keys] = await started(given);
    await keys.revoke(whose(keys, given)!.keyId, { actor: 'admin:1' });
    await expect(started(given)).rejects.toThrow('was revoked');
  });

  it('let the operator replace the admin key: the one before opens nothing any more, all others stay', async () => {
    const [first, shown] = await started();
    const { key } = await first.issue('shop', 'integrator', { actor: 'admin:1' });
    await started(given);
    const next = 'the-next-admin-key-from-the-environment';
    const [keys] = await started(next);
    expect([next, given, shown!, key].map((each) => whose(keys, each)?.role)).toEqual([
      'admin',
      undefined,
      'admin',
      'integrator',
    ]);
    await expect(started(given)).rejects.toThrow(
      'TRIBUTARY_ADMIN_KEY is refused: it was revoked or replaced',
    );
    expect(whose((await started(next))[0], next)).toEqual(whose(keys, next));
  });

  it('refuse as the admin key one that was issued to somebody', async () => {
    const [keys] = await started(given);
    const { key, keyId } = await keys.issue('shop', 'integrator', { actor: 'admin:1' });
    await expect(started(key)).rejects.toThrow(`it is the key ${keyId} already`);
    expect(whose((await started(given))[0], given)).toMatchObject({ role: 'admin' });
  });

  it('refuse an admin key that could be guessed', async () => {
    await expect(started('fifteen-letters')).rejects.toThrow(RangeError);
  });

  it.each(roles)('give the role %s to who shows them, and to nobody else', async (role) => {
    const [keys] = await started(given);
    const { keyId, key } = await keys.issue('shop', role, { actor: 'admin:1' });
    expect(whose(keys, key)).toEqual({ keyId, name: 'shop', role });
    expect([
      whose(keys, `${key} `),
      whose(keys, ''),
      whose(keys, hashOf(key)),
      whose(keys, newKey()),
    ]).toEqual(Array(4).fill(undefined));
  });

  it('are bound to the sources they were issued for, also after a restart, and to none without', async () => {
    const [keys] = await started(given);
    const sources = ['urn:shop:web', 'urn:till:*'];
    const { keyId, key } = await keys.issue('shop', 'integrator', { actor: 'admin:1' }, sources);
    const unbound = await keys.issue('erp', 'integrator', { actor: 'admin:1' });
    for (const each of [keys, (await started(given))[0]]) {
      expect(whose(each, key)).toEqual({ keyId, name: 'shop', role: 'integrator', sources });
      expect(whose(each, unbound.key)).toEqual({ keyId: unbound.keyId, name: 'erp', role: 'integrator' });
      expect((await each.list()).slice(1)).toEqual([
        { keyId, name: 'shop', role: 'integrator', sources, revoked: false },
        { keyId: unbound.keyId, name: 'erp', role: 'integrator', revoked: false },
      ]);
    }
  });

  it('are revoked at once and for good', async () => {
    const [keys] = await started(given);
    const { keyId, key } = await keys.issue('shop', 'integrator', { actor: 'admin:1' });
    expect(await keys.revoke(keyId, { actor: 'admin:1' })).toBeUndefined();
    expect(whose(keys, key)).toBeUndefined();
    expect(['local', keyId].map((each) => keys.isRevoked(each))).toEqual([false, true]);
    expect(await keys.revoke(keyId, { actor: 'admin:1' })).toBeUndefined();
    const [again] = await started(given);
    expect(whose(again, key)).toBeUndefined();
    expect(await again.list()).toContainEqual({ keyId, name: 'shop', role: 'integrator', revoked: true });
    expect(await keys.revoke('nobody', { actor: 'admin:1' })).toMatchObject({ code: 'not-found' });
  });

  it('tell whom they were issued to, each once, also once they are revoked', async () => {
    const [keys, first] = await started();
    const { keyId } = await keys.issue('Ann Baker', 'csr', { actor: 'admin:1' });
    const ann = { keyId, name: 'Ann Baker', role: 'csr' };
    await keys.revoke(keyId, { actor: 'admin:1' });
    const admin = { keyId: whose(keys, first!)!.keyId, name: 'first admin', role: 'admin' };
    const asked = [keyId, 'nobody', admin.keyId, keyId];
    expect(keys.holdersOf(asked)).toEqual([ann, admin]);
    expect((await started())[0].holdersOf(asked)).toEqual([ann, admin]);
    expect(keys.holdersOf([])).toEqual([]);
    expect(keys.holdersOf(['local'])).toEqual([{ keyId: 'local', name: 'this machine', role: 'admin' }]);
  });

  it('are listed without their hashes', async () => {
    const [keys, first] = await started();
    expect(JSON.stringify(await keys.list())).not.toContain(hashOf(first!));
  });

  it('make a new first admin when the last one was revoked', async () => {
    const [keys, first] = await started();
    await keys.revoke(whose(keys, first!)!.keyId, { actor: 'admin:1' });
    const [again, second] = await started();
    expect(whose(again, second!)).toMatchObject({ role: 'admin' });
    expect(whose(again, first!)).toBeUndefined();
  });

  it('are all there when many are issued at once', async () => {
    const [keys] = await started(given);
    const issued = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keys.issue(`shop ${index}`, 'integrator', { actor: 'admin:1' }),
      ),
    );
    expect(issued.map(({ key }) => whose(keys, key)?.name)).toEqual(
      issued.map((_, index) => `shop ${index}`),
    );
  });

  it('of programs on this machine live as long as the process and are recorded nowhere', async () => {
    const [keys] = await started(given);
    const local = keys.issueLocal();
    expect(whose(keys, local)).toMatchObject({ keyId: 'local', role: 'admin' });
    expect(await keys.list()).toHaveLength(1);
    expect(whose((await started(given))[0], local)).toBeUndefined();
  });

  describe('that other replicas issue and revoke', () => {
    let now = 0;
    let isAway = false;
    const replica = async () => {
      const own = log.forService('gateway');
      const store: EventStore = {
        ...own,
        features: { ...own.features, oneWriter: false },
        readStream: (...asked) => (isAway ? Promise.reject(away()) : own.readStream(...asked)),
      };
      const keys = new ApiKeys(store, () => now);
      await keys.start(given);
      return keys;
    };
    const away = () => new Error('The store is away.');

    it('let nobody in by what was known more than a second ago', async () => {
      [now, isAway] = [0, false];
      const [here, there] = [await replica(), await replica()];
      const { keyId, key } = await there.issue('shop', 'integrator', { actor: 'admin:1' });
      expect(whose(here, key)).toBeUndefined();
      now = 1_001;
      expect(await here.verify(key)).toMatchObject({ keyId });
      await there.revoke(keyId, { actor: 'admin:1' });
      expect(here.isRevoked(keyId)).toBe(false);
      now = 2_001;
      expect(whose(here, key)).toMatchObject({ keyId });
      now = 2_002;
      expect(await here.isRevoked(keyId)).toBe(true);
      expect(await here.holdersOf([keyId])).toEqual([{ keyId, name: 'shop', role: 'integrator' }]);
      expect(await here.verify(key)).toBeUndefined();
      isAway = true;
      expect(whose(here, given)).toMatchObject({ role: 'admin' });
      now = 3_003;
      await expect(here.verify(given)).rejects.toThrow('away');
      await expect(here.isRevoked(keyId)).rejects.toThrow('away');
    });
  });
});
