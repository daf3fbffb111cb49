import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Cluster } from '@tributary/testing/cluster';
import { playDemo } from './demo.ts';
import { findEngines } from './engines.ts';
import { invitation, logsIn } from './invitation.ts';
import { live } from './life.ts';
import { adminKeyOf, environmentOf, settingsOf } from './settings.ts';

const program = fileURLToPath(new URL('../../platform/dist/main.js', import.meta.url));
const replicas = { gateway: 2, inventory: 2, order: 2, sourcing: 2, repository: 2 };
const usage = 'Usage: npm run cluster [-- demo [options of tributary demo] | -- test [arguments of jest]]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const untilAborted = async (signal: AbortSignal): Promise<number> => {
  await once(signal, 'abort');
  return 0;
};

const main = async ([command, ...args]: readonly string[]): Promise<number> => {
  if (command !== undefined && command !== 'demo') throw new Error(usage);
  // Keys and business data are nobody else's on this machine.
  process.umask(0o077);
  const settings = settingsOf(process.env);
  const engines = await findEngines(process.env, say);
  try {
    const adminKey = adminKeyOf(settings, process.env);
    const logs = logsIn(settings);
    mkdirSync(logs, { recursive: true });
    const environment = await environmentOf(settings, engines, adminKey, process.env);
    const { data, port } = settings;
    const cluster = await Cluster.prepare({ program, data, environment, replicas, port, logs });
    say(`Starting ${cluster.replicas.length} processes; each writes into a file in ${logs}`);
    return await live(cluster, say, (signal) => {
      say(invitation(cluster, settings, engines, adminKey));
      const stage = { url: cluster.gateways[0]!.url, adminKey, data, isNew: engines.areNew };
      return command === 'demo' ? playDemo(stage, args, signal) : untilAborted(signal);
    });
  } finally {
    await engines.stop();
  }
};

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
