import type { Command } from 'commander';
import { clientOf, consumersOf, untilReady } from '../api/client.ts';
import { findConnection } from '../api/connection.ts';
import { table } from './table.ts';

export const addStatus = (program: Command): void => {
  program
    .command('status')
    .description(
      'whether the platform is ready, and how far each consumer is; exit code 1 when it is not ready',
    )
    .action(async () => {
      const connection = findConnection(process.env);
      const consumers = await consumersOf(clientOf(connection));
      const ready = await untilReady(() => connection.url, 0);
      process.stdout.write(`${connection.url} is ${ready ? 'ready' : 'catching up'}\n\n`);
      const rows = consumers.map(({ group, position, lag, parked, following }) => [
        group,
        position,
        lag,
        parked,
        following ? 'yes' : 'no',
      ]);
      process.stdout.write(table(['CONSUMER', 'POSITION', 'LAG', 'PARKED', 'FOLLOWING'], rows));
      if (!ready) process.exitCode = 1;
    });
};
