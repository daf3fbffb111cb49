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
