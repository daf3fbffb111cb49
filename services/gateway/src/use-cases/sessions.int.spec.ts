import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { secretSealer } from '@tributary/http';
import { ApiKeys } from './api-keys.ts';
import { Sessions, sessionSeconds } from './sessions.ts';

const by = { actor: 'admin:1' };
const began = Date.parse('2026-11-27T09:00:00Z');
const sealerOf = (...secrets: string[]) => secretSealer(secrets, 'tributary browser sessions');
const [old, now] = ['the secret before'.padEnd(32, '.'), 'the secret now'.padEnd(32, '.')];

describe('A session of a browser', () => {
  let log: SqliteEventLog;
  let keys: ApiKeys;
  let clock: number;
  beforeEach(async () => {
    log = openSqliteEventLog(':memory:');
    keys = new ApiKeys(log.forService('gateway'));
    clock = began;
    await keys.start();
  });
  afterEach(() => log.close());

  const sessionsWith = (...secrets: string[]) => new Sessions(keys, sealerOf(...secrets), () => clock);
  const begin = async (sessions: Sessions) => {
    const { keyId, key } = await keys.issue('desk', 'csr', by);
    return { keyId, key, ...(await sessions.begin(key))! };
  };

  it('is whose key it began with, and says nothing of it by itself', async () => {
    const sessions = sessionsWith(now);
    const { keyId, key, sealed, until } = await begin(sessions);
    expect(until).toBe(began + 12 * 60 * 60 * 1_000);
    expect(await sessions.open(sealed)).toEqual({ identity: { keyId, name: 'desk', role: 'csr' }, until });
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const secret of [key, keyId]) expect(readable.join()).not.toContain(secret);
  });

  it('does not begin with a key that nobody was given', async () => {
    expect(await sessionsWith(now).begin('trb_rubbish')).toBeUndefined();
  });

  it('is over after twelve hours, whatever the browser thinks', async () => {
    const sessions = sessionsWith(now);
    const { sealed } = await begin(sessions);
    clock = began + sessionSeconds * 1_000 - 1;
    expect(await sessions.open(sealed)).toMatchObject({ identity: { name: 'desk' } });
    clock += 1;
    expect(await sessions.open(sealed)).toBe('over');
  });

  it('is over at once when its key is revoked, as is one of a process that ended', async () => {
    const sessions = sessionsWith(now);
    const { keyId, sealed } = await begin(sessions);
    const { sealed: local } = (await sessions.begin(keys.issueLocal()))!;
    expect(await sessions.open(local)).toMatchObject({ identity: { keyId: 'local' } });
    await keys.revoke(keyId, by);
    expect(await sessions.open(sealed)).toBe('revoked');
    keys = new ApiKeys(log.forService('gateway'));
    await keys.start();
    keys.issueLocal();
    expect(await sessionsWith(now).open(local)).toBe('revoked');
  });

  it('is good in every process that has the secret, also while that is changed', async () => {
    const { sealed } = await begin(sessionsWith(old));
    expect(await sessionsWith(now, old).open(sealed)).toMatchObject({ identity: { name: 'desk' } });
    expect(await sessionsWith(now).open(sealed)).toBe('over');
  });

  it('is none when it was cut, tampered with, or sealed for something else', async () => {
    const sessions = sessionsWith(now);
    const { sealed } = await begin(sessions);
    const [head, , ...rest] = sealed.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const webhook = await secretSealer([now]).seal(`{"hash":"","until":${began * 2}}`);
    const first = sealed.at(-6) === 'A' ? 'B' : 'A';
    const tampered = sealed.slice(0, -6) + first + sealed.slice(-5);
    for (const each of [
      sealed.slice(0, -1),
      tampered,
      `${head}..${rest[0]}`,
      `${none}..${rest.join('.')}`,
      webhook,
      'x',
      '',
    ])
      expect([each, await sessions.open(each)]).toEqual([each, 'over']);
  });
});
