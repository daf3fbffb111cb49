import { readFileSync } from 'node:fs';
import { Config, describeConfig, isDistributed, readConfig } from './config.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const engines = {
  TRIBUTARY_EVENT_STORE_URL: 'postgres://me:hunter2@db/tributary',
  TRIBUTARY_KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092',
  TRIBUTARY_READ_STORE_URL: 'mongodb://me:hunter2@mongo/?replicaSet=rs0',
  TRIBUTARY_IDENTITY_SECRET: '0123456789abcdef0123456789abcdef',
};

describe('The configuration', () => {
  it('works with nothing set', () => {
    expect(readConfig({})).toEqual({
      SERVICE: ['gateway', 'inventory', 'order', 'sourcing', 'repository'],
      TRIBUTARY_PORT: 3000,
      TRIBUTARY_HOST: '127.0.0.1',
      TRIBUTARY_DATA: './data',
      TRIBUTARY_LOG_LEVEL: 'info',
      TRIBUTARY_KAFKA_SSL: false,
      TRIBUTARY_NAMESPACE: 'tributary',
      TRIBUTARY_TOPIC_PARTITIONS: 16,
      TRIBUTARY_TOPIC_REPLICATION: 1,
    });
  });

  it('names every variable at fault at once', () => {
    const read = () => readConfig({ TRIBUTARY_PORT: 'http', TRIBUTARY_ADMIN_KEY: 'short' });
    expect(read).toThrow(/TRIBUTARY_PORT[\s\S]*TRIBUTARY_ADMIN_KEY/);
  });

  it('takes the services of one process with the engines they stand on', () => {
    const config = readConfig({ ...engines, SERVICE: 'order, sourcing' });
    expect(isDistributed(config)).toBe(true);
    expect(config).toMatchObject({
      SERVICE: ['order', 'sourcing'],
      TRIBUTARY_KAFKA_BROKERS: ['kafka-1:9092', 'kafka-2:9092'],
    });
  });

  it.each([
    ['some services without engines', { SERVICE: 'order' }, /SERVICE.*TRIBUTARY_KAFKA_BROKERS/s],
    [
      'one engine without the others',
      { ...engines, TRIBUTARY_READ_STORE_URL: '' },
      /TRIBUTARY_READ_STORE_URL: missing/,
    ],
    ['no secret', { ...engines, TRIBUTARY_IDENTITY_SECRET: '' }, /TRIBUTARY_IDENTITY_SECRET: missing/],
    ['a short secret', { ...engines, TRIBUTARY_IDENTITY_SECRET: 'short' }, /at least 32 characters/],
    ['a gateway that cannot find order', { ...engines, SERVICE: 'gateway' }, /does not know where order is/],
    ['a service that does not exist', { ...engines, SERVICE: 'orders' }, /SERVICE/],
    ['a broker without a port', { ...engines, TRIBUTARY_KAFKA_BROKERS: 'kafka' }, /host:port/],
    ['a user without a password', { ...engines, TRIBUTARY_KAFKA_SASL_USERNAME: 'me' }, /SASL_PASSWORD/],
  ])('refuses %s', (_, environment, problem) => {
    expect(() => readConfig(environment)).toThrow(problem);
  });

  it('is shown at start without its secrets', () => {
    const distributed = describeConfig(readConfig({ ...engines, SERVICE: 'order' }));
    expect(distributed).toContain('SERVICE=order');
    expect(distributed).not.toMatch(/hunter2|0123456789abcdef/);
    const shown = describeConfig(readConfig({ TRIBUTARY_ADMIN_KEY: 'a-key-of-sixteen-letters' }));
    expect(shown).toContain('TRIBUTARY_PORT=3000');
    expect(shown).toContain('TRIBUTARY_ADMIN_KEY=(set)');
    expect(shown).not.toContain('a-key-of');
  });

  it.each(Object.entries(Config.shape))('is in the README: %s', (name, schema) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toContain(schema.description!.split(';')[0]!.split(',')[0]!);
  });
});
