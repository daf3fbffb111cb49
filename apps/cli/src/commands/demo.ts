import type { Command } from 'commander';
import { clientOf } from '../api/client.ts';
import { dataFolderOf } from '../api/connection.ts';
import { Unreachable } from '../api/problem.ts';
import { type ChildPlatform, foundPlatform, startChildPlatform } from '../demo/child-platform.ts';
import { playIn } from '../demo/play-in-folder.ts';
import { invitation } from '../demo/invitation.ts';
import { demoKeys } from '../demo/keys.ts';
import { tradeOn } from '../demo/live-trading.ts';
import { type Stage, playFeed } from '../demo/player.ts';
import { noTally } from '../demo/publisher.ts';
import { Failure } from '../failure.ts';
import { onStopSignal } from '../programs.ts';
import { count, progressBar } from '../progress.ts';
import { defaultSeed, sampleFeed } from '../sample/feed.ts';
import {
  dataOption,
  environmentOf,
  type PlatformOptions,
  portOption,
  positiveNumber,
  wholeNumber,
} from './options.ts';

interface DemoOptions extends PlatformOptions {
  readonly orders: number;
  readonly rate: number;
  readonly seed: number;
  readonly once?: true;
  readonly running?: true;
}

export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('start the platform with a sample network and live omnichannel trading')
    .option('--orders <number>', 'orders of the sample feed', wholeNumber(1, 100_000), 1_500)
    .option('--rate <number>', 'live orders a second afterwards', positiveNumber(50), 2)
    .option('--seed <number>', 'another seed makes other orders', wholeNumber(0, 2_147_483_647), defaultSeed)
    .option('--once', 'stop when the feed has been played')
    .option('--running', 'play into the platform that TRIBUTARY_URL or the data folder names')
    .option(...portOption)
    .option(...dataOption)
    .action(async (options: DemoOptions) => {
      process.exitCode = await demo(options);
    });
};

const demo = async (options: DemoOptions): Promise<number> => {
  const stopping = new AbortController();
  let asked = false;
  const letGo = onStopSignal(() => {
    asked = true;
    stopping.abort();
  });
  let platform: ChildPlatform | undefined;
  try {
    const environment = environmentOf(options);
    platform = options.running
      ? foundPlatform(environment)
      : await startChildPlatform(environment, stopping.signal);
    await playUnlessItEnds(platform, options, stopping.signal);
  } catch (error) {
    // Calls in the air fail when the platform stops with us: that is no error.
    if (!asked) throw error;
  } finally {
    stopping.abort();
    await platform?.stop();
    letGo();
  }
  if (asked) process.stdout.write('Stopped.\n');
  return 0;
};

const playUnlessItEnds = async (
  platform: ChildPlatform,
  options: DemoOptions,
  signal: AbortSignal,
): Promise<void> => {
  const died = platform.ended.then((code): never => {
    throw new Failure(`The platform ended with exit code ${code}.`);
  });
  try {
    await Promise.race([play(platform, options, signal), died]);
  } catch (error) {
    // A broken connection is how its end shows first.
    if (error instanceof Unreachable)
      await Promise.race([died, new Promise((resolve) => setTimeout(resolve, 500))]);
    throw error;
  } finally {
    died.catch(() => undefined);
  }
};

const play = async (
  { access, firstAdminKey }: ChildPlatform,
  { orders, rate, seed, once, ...options }: DemoOptions,
  signal: AbortSignal,
): Promise<void> => {
  const folder = dataFolderOf(environmentOf(options));
  const keys = await demoKeys(clientOf(access, signal), folder);
  const as = (key: string) => clientOf({ url: access.url, key }, signal);
  const players = { integrator: as(keys.integrator), ops: as(keys.ops) };
  const now = Date.now();
  const { at: until, done, finished } = playIn(folder, seed, orders, now);
  const feed = sampleFeed(seed, orders, until);
  if (done) process.stdout.write('The sample feed was played into this data folder before.\n');
  else process.stdout.write(`Playing two hours of trading, ${count(orders)} orders, into ${access.url}\n`);
  const bar = progressBar(
    '{bar} {value}/{total} orders · {messages} messages · {text}',
    orders,
    { messages: 0, text: 'starting' },
    'lines',
  );
  const onStage = ({ text, orders: told, messages }: Stage) =>
    bar.update(told, { text, messages: count(messages) });
  const tally = done
    ? noTally()
    : await playFeed(players, { feed, seed, until, signal, onStage }).finally(() => bar.stop());
  bar.stop();
  finished();
  const { accepted, duplicate, quarantined } = tally;
  process.stdout.write(
    `${count(accepted)} messages accepted, ${count(duplicate)} known already, ${count(quarantined)} in quarantine, in ${((Date.now() - now) / 1_000).toFixed(1)} s\n`,
  );
  if (firstAdminKey) process.stdout.write(`First admin key, shown only now: ${firstAdminKey}\n`);
  if (once) return;
  const shown = feed.turns[0]!.orders.find(({ channel }) => channel === 'web') ?? feed.turns[0]!.orders[0]!;
  process.stdout.write(invitation(access.url, keys, shown.orderId, Math.floor(now / 1_000)));
  await tradeOn(players.integrator, { seed, rate, startedAt: Date.now(), signal });
};
