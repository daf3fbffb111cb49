import { readFileSync } from 'node:fs';
import { Config, describeConfig, readConfig } from './config.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

describe('The configuration', () => {
  it('works with nothing set', () => {
    expect(readConfig({})).toEqual({
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

  it.each(Object.entries(Config.shape))('is in the README: %s', (name, schema) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toContain(schema.description!.split(';')[0]!.split(',')[0]!);
  });
});
