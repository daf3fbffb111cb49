import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { bareClients, event, of, record, refusal, shown } from './bare-client.ts';

describe('A double of KurrentDB that asks who it is', () => {
  const { started, connected, ended } = bareClients();
  const folder = mkdtempSync(join(tmpdir(), 'double-'));
  afterEach(ended);
  afterAll(() => rmSync(folder, { recursive: true }));

  const asked = () => started({ credentials: { user: 'admin', password: 'changeit' } });

  it.each([
    ['nobody', '//', 'access-denied'],
    ['somebody else', '//admin:guessed@', 'access-denied'],
    ['whom it knows', '//admin:changeit@', 'none'],
  ])('lets %s in accordingly', async (_, user, type) => {
    const { double } = await asked();
    const client = connected(double.url.replace('//', user));
    expect(await refusal(client.appendToStream('a', event(1)))).toMatchObject({ type });
    expect(await refusal(client.multiStreamAppend([of('b', 'any', 2)]))).toMatchObject({ type });
    expect(await refusal(client.appendRecords([record('c', 3)]))).toMatchObject({ type });
    expect(await shown(client, 'a')).toBe(type === 'none' ? '0:1' : type);
  });

  it('refuses a subscription of nobody', async () => {
    const { client } = await asked();
    const failed = once(client.subscribeToAll(), 'error').catch((error: unknown) => [error]);
    expect(await failed).toMatchObject([{ type: 'access-denied' }]);
  });

  it('has a certificate that can be trusted, and one that is not is refused', async () => {
    const { double } = await asked();
    const file = join(folder, 'ca.pem');
    writeFileSync(file, double.certificate!);
    const known = double.url
      .replace('//', '//admin:changeit@')
      .replace('tlsVerifyCert=false', `tlsCaFile=${file}`);
    const client = connected(known);
    await client.appendToStream('a', event(1));
    expect(await shown(client, 'a')).toBe('0:1');
    const stranger = connected(double.url.replace('&tlsVerifyCert=false', ''));
    expect(await refusal(stranger.appendToStream('a', event(2)))).toMatchObject({ code: 14 });
  });
});
