import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '@tributary/testing/cluster';
import { live } from './life.ts';

/** Stands for the platform: ready at once, and ends by itself when it is told to. */
const standIn = `
require('node:http').createServer(({ url }, answer) => {
  if (url === '/readyz') return answer.end();
  console.error('The disk failed.');
  process.exit(3);
}).listen(process.env.TRIBUTARY_PORT, '127.0.0.1', () => {
  console.log('It listens on http://127.0.0.1:' + process.env.TRIBUTARY_PORT);
  if (process.env.TRIBUTARY_SERVICES === process.env.FAILS) process.exit(4);
});
process.on('SIGTERM', () => process.exit(0));
`;

describe('A cluster on one machine', () => {
  const data = mkdtempSync(join(tmpdir(), 'tributary-cluster-'));
  const program = join(data, 'stand-in.cjs');
  const logs = join(data, 'logs');
  const replicas = { gateway: 2, inventory: 1, order: 2, sourcing: 1, repository: 1 };
  let said: string[];
  const say = (line: string) => void said.push(line);
  const prepare = (environment: Record<string, string> = {}) =>
    Cluster.prepare({ program, data, logs, replicas, environment });
  const untilAborted = async (signal: AbortSignal) => {
    if (!signal.aborted) await once(signal, 'abort');
    return 0;
  };

  beforeAll(() => {
    writeFileSync(program, standIn);
    mkdirSync(logs);
  });
  beforeEach(() => void (said = []));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('tells of each process that becomes ready, and ends all with the code of the work that is done', async () => {
    const cluster = await prepare();
    expect(await live(cluster, say, () => Promise.resolve(7))).toBe(7);
    for (const { name, url } of cluster.replicas)
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^ *${name} +ready at ${url} `)));
    expect(cluster.replicas.filter(({ lives }) => lives)).toEqual([]);
  });

  it('ends when somebody asks for it', async () => {
    const cluster = await prepare();
    const work = (signal: AbortSignal) => {
      process.emit('SIGTERM', 'SIGTERM');
      return untilAborted(signal);
    };
    expect(await live(cluster, say, work)).toBe(0);
    expect(cluster.replicas.filter(({ lives }) => lives)).toEqual([]);
  });

  it('fails when one process ends by itself, says which and what it said last, and ends the others', async () => {
    const cluster = await prepare();
    const one = cluster.replicas.find(({ name }) => name === 'order-2')!;
    const work = async (signal: AbortSignal) => {
      await fetch(`${one.url}/end`).catch(() => undefined);
      return untilAborted(signal);
    };
    expect(await live(cluster, say, work)).toBe(1);
    expect(said.join('\n')).toMatch(
      /order-2 ended with exit code 3; .*order-2\.log:\n(.*\n)* {2}The disk failed\./,
    );
    expect(cluster.replicas.filter(({ lives }) => lives)).toEqual([]);
  });

  it('fails so also when a process ends before it is ready', async () => {
    const cluster = await prepare({ FAILS: 'sourcing' });
    expect(await live(cluster, say, untilAborted)).toBe(1);
    expect(said.join('\n')).toContain('sourcing-1 ended with exit code 4');
    expect(cluster.replicas.filter(({ lives }) => lives)).toEqual([]);
  });
});
