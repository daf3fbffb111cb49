import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, describeConfig, readConfig } from './config.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

describe('The configuration', () => {
  it('works with nothing set', () => {
    const { shape: _, ...config } = readConfig({});
    expect(config).toEqual({
      TRIBUTARY_PORT: 3000,
      TRIBUTARY_HOST: '127.0.0.1',
      TRIBUTARY_DATA: './data',
      TRIBUTARY_EVENT_STORE: 'sqlite:',
      TRIBUTARY_READ_STORE: 'sqlite:',
      TRIBUTARY_BUS: 'log',
      TRIBUTARY_KAFKA_NAMESPACE: '',
      TRIBUTARY_KAFKA_PARTITIONS: 12,
      TRIBUTARY_KAFKA_ENTRANCES: '',
      TRIBUTARY_KAFKA_TLS: 'off',
      TRIBUTARY_SERVICES: 'all',
      TRIBUTARY_SERVICE_URLS: '',
      TRIBUTARY_READY_LAG: 100_000,
      TRIBUTARY_WORK_LAG: 10_000,
      TRIBUTARY_RATE_LIMIT: 1_000,
      TRIBUTARY_WEBHOOK_NETWORKS: '',
      TRIBUTARY_LOG_LEVEL: 'info',
    });
  });

  it('names every variable at fault at once', () => {
    const read = () => readConfig({ TRIBUTARY_PORT: 'http', TRIBUTARY_ADMIN_KEY: 'short' });
    expect(read).toThrow(/TRIBUTARY_PORT[\s\S]*TRIBUTARY_ADMIN_KEY/);
  });

  it('is shown at start without its secret', () => {
    const shown = describeConfig(readConfig({ TRIBUTARY_ADMIN_KEY: 'a-key-of-sixteen-letters' }));
    expect(shown).toContain('TRIBUTARY_PORT=3000');
    expect(shown).toContain('TRIBUTARY_ADMIN_KEY=(set)');
    expect(shown).not.toContain('a-key-of');
    expect(shown).not.toContain('TRIBUTARY_METRICS_TOKEN');
    expect(shown).not.toMatch(/ (?!TRIBUTARY_\w+=)/);
  });

  it('takes a token for metrics that can be sent, and does not show it', () => {
    const TRIBUTARY_METRICS_TOKEN = 'a-token-of-some-length';
    const shown = describeConfig(readConfig({ TRIBUTARY_METRICS_TOKEN }));
    expect(shown).toContain('TRIBUTARY_METRICS_TOKEN=(set)');
    expect(shown).not.toContain(TRIBUTARY_METRICS_TOKEN);
    for (const wrong of ['too-short', 'a token with its spaces', 'ein-schlüssel-mit-umlaut'])
      expect(() => readConfig({ TRIBUTARY_METRICS_TOKEN: wrong })).toThrow(/TRIBUTARY_METRICS_TOKEN/);
  });

  it('is shown at start without the password of a server', () => {
    const shown = describeConfig(
      readConfig({
        TRIBUTARY_EVENT_STORE: 'postgres://me:secret@db:5432/shop',
        TRIBUTARY_READ_STORE: 'mongodb://me:secret@one:27017,two:27017/shop?replicaSet=rs0',
      }),
    );
    expect(shown).toContain('TRIBUTARY_EVENT_STORE=postgres://me:***@db:5432/shop');
    expect(shown).toContain('TRIBUTARY_READ_STORE=mongodb://me:***@one:27017,two:27017/shop?replicaSet=rs0');
    expect(shown).not.toContain('secret');
  });

  it('takes KurrentDB for events, one server or a cluster, and shows no password of it', () => {
    const cluster = 'kurrentdb+discover://me:secret@one:2113,two:2113/shop?tls=true';
    expect(describeConfig(readConfig({ TRIBUTARY_EVENT_STORE: cluster }))).toContain(
      'TRIBUTARY_EVENT_STORE=kurrentdb+discover://me:***@one:2113,two:2113/shop?tls=true',
    );
    const { shape } = readConfig({ ...engines, TRIBUTARY_EVENT_STORE: 'kurrentdb://one:2113/shop' });
    expect(shape.isShared).toBe(true);
  });

  it('takes one broker or several, with a user and a password or without', () => {
    const brokers = { TRIBUTARY_BUS: 'kafka://one:9092,two.example:9093' };
    expect(readConfig(brokers)).toMatchObject(brokers);
    const secured = readConfig({
      ...brokers,
      TRIBUTARY_KAFKA_USER: 'me',
      TRIBUTARY_KAFKA_PASSWORD: 'secret',
    });
    expect(describeConfig(secured)).toContain('TRIBUTARY_KAFKA_PASSWORD=(set)');
    expect(() => readConfig({ ...brokers, TRIBUTARY_KAFKA_USER: 'me' })).toThrow(/TRIBUTARY_KAFKA_PASSWORD/);
    for (const wrong of ['kafka://', 'kafka://one', 'kafka://me:secret@one:9092', 'rabbit://one:5672'])
      expect(() => readConfig({ TRIBUTARY_BUS: wrong })).toThrow(/TRIBUTARY_BUS.*kafka/);
  });

  it('names a place for events or for read models that is none', () => {
    expect(() => readConfig({ TRIBUTARY_READ_STORE: 'redis://db' })).toThrow(/TRIBUTARY_READ_STORE.*mongodb/);
    expect(() => readConfig({ TRIBUTARY_EVENT_STORE: 'mysql://db' })).toThrow(
      /TRIBUTARY_EVENT_STORE.*postgres/,
    );
  });

  const engines = {
    TRIBUTARY_EVENT_STORE: 'postgres://db/shop',
    TRIBUTARY_READ_STORE: 'mongodb://db/shop',
    TRIBUTARY_BUS: 'kafka://one:9092',
  };
  const secret = { TRIBUTARY_IDENTITY_SECRET: 'a-secret-of-the-gateway-and-its-services' };
  const urls = 'order=http://a:1,order=http://b:1,sourcing=http://c:1,repository=http://d:1';
  const gateway = { TRIBUTARY_SERVICES: 'gateway,inventory', TRIBUTARY_SERVICE_URLS: urls };

  it('says what runs here, and where the rest is', () => {
    const { shape } = readConfig({ ...engines, ...secret, ...gateway });
    expect([...shape.here]).toEqual(['gateway', 'inventory']);
    expect(shape).toMatchObject({
      elsewhere: ['order', 'sourcing', 'repository'],
      urls: { order: ['http://a:1', 'http://b:1'], sourcing: ['http://c:1'], repository: ['http://d:1'] },
      isShared: true,
    });
    expect(readConfig({}).shape).toMatchObject({ elsewhere: [], isShared: false });
    expect(readConfig(engines).shape).toMatchObject({ elsewhere: [], isShared: true });
  });

  it.each([
    [
      'services apart on engines of one process',
      { ...secret, ...gateway },
      /TRIBUTARY_SERVICES.*processes share/,
    ],
    [
      'services apart with a bus of one process',
      { ...engines, ...secret, ...gateway, TRIBUTARY_BUS: 'log' },
      /TRIBUTARY_SERVICES.*kafka/,
    ],
    ['services apart without a secret', { ...engines, ...gateway }, /TRIBUTARY_IDENTITY_SECRET/],
    [
      'a gateway that is not told where a service is',
      { ...engines, ...secret, TRIBUTARY_SERVICES: 'gateway,order', TRIBUTARY_SERVICE_URLS: urls },
      /TRIBUTARY_SERVICE_URLS.*inventory is\./,
    ],
    ['a service that there is not', { TRIBUTARY_SERVICES: 'orders' }, /TRIBUTARY_SERVICES.*repository/],
    ['an address that is none', { TRIBUTARY_SERVICE_URLS: 'order=orders:3000' }, /TRIBUTARY_SERVICE_URLS/],
    ['a secret that is too short', { TRIBUTARY_IDENTITY_SECRET: 'short' }, /TRIBUTARY_IDENTITY_SECRET.*32/],
  ])('refuses %s', (_, environment, said) => {
    expect(() => readConfig(environment)).toThrow(said);
  });

  it('does not show the secret that identities are signed with', () => {
    const shown = describeConfig(readConfig(secret));
    expect(shown).toContain('TRIBUTARY_IDENTITY_SECRET=(set)');
    expect(shown).not.toContain('a-secret');
  });

  it('may lie in files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'tributary-config-')), 'key');
    writeFileSync(file, 'a-key-of-sixteen-letters\n');
    const named = { TRIBUTARY_ADMIN_KEY_FILE: file };
    expect(readConfig(named).TRIBUTARY_ADMIN_KEY).toBe('a-key-of-sixteen-letters');
    expect(() => readConfig({ ...named, TRIBUTARY_ADMIN_KEY: 'another-key-of-letters' })).toThrow(/both/);
    expect(() => readConfig({ TRIBUTARY_ADMIN_KEY_FILE: `${file}.none` })).toThrow(
      /TRIBUTARY_ADMIN_KEY_FILE/,
    );
  });

  it.each(Object.entries(Config.shape))('is in the README: %s', (name, schema) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toContain(schema.description!.split(';')[0]!.split(',')[0]!);
  });
});
