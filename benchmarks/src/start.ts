import { type Report, median, reportOf, seconds } from './measure.ts';
import { startPlatform, untilReady } from './processes.ts';
import { sampleLog } from './sample-log.ts';

const events = 1_000_000;
const rounds = 5;

/** From starting the process to ready, over a log of a million events with its read models up to date. */
export const start = async (): Promise<readonly Report[]> => {
  const { folder } = await sampleLog(events);
  const took: number[] = [];
  const cpu: number[] = [];
  // The first start is not counted: it registers the admin key, and the file cache may be cold.
  for (let round = 0; round <= rounds; round += 1) {
    const begin = performance.now();
    const server = await startPlatform(folder);
    await untilReady(server.url);
    took.push(performance.now() - begin);
    cpu.push(server.cpu());
    await server.stop();
  }
  const middle = median(took.slice(1));
  return [
    reportOf({
      name: 'start to ready, 1,000,000 events in the log',
      ours: `${seconds(middle)} (first ${seconds(took[0]!)})`,
      limit: '–',
      ratio: '–',
      cpu: `${seconds(median(cpu.slice(1)) / 1_000)} a start`,
      goal: '< 5 s',
      met: middle < 5_000,
    }),
  ];
};
