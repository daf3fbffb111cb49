import { factTopics, inboxTopic } from '@tributary/contracts';
import { logPartition, openLogBus } from '@tributary/event-bus/log';
import { SimulatedEventLog, SimulatedServer } from '@tributary/event-store/simulated';
import { groupsOf } from '@tributary/gateway';
import { type Logs, composeServices, inOneFile, logPlaces } from '@tributary/platform';
import { SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import type { Kernel, SimulatedProcess } from '@tributary/simulation';
import type { Climate } from './climate.ts';
import { told } from './news.ts';
import type { Plan } from './plan.ts';
import { type Program, launched } from './program.ts';
import { Supervised } from './supervised.ts';
import type { Shape } from './world.ts';

const topics = new Set([inboxTopic, ...Object.values(factTopics)]);

/**
 * The five services in one process over one log: what a shop has that installs nothing.
 * @param engines what it stands on: files of its own, or servers, to which what it sent may arrive after its end
 */
export const embedded = (kernel: Kernel, climate: Climate, { engines }: Plan): Shape => {
  const disk = new SimulatedServer('simulated', told(kernel));
  let readModels = new SimulatedReadServer();
  const isOnFiles = engines === 'files';
  const launch = (process: SimulatedProcess): Promise<Program> => {
    const weatherOf = (engine: 'events' | 'read-models') =>
      isOnFiles ? climate.ofFile(process, engine) : climate.between(process, engine);
    const log = new SimulatedEventLog({ server: disk, oneWriter: isOnFiles, weather: weatherOf('events') });
    const logs = logsOf(log);
    const readStore = new SimulatedReadStore({ server: readModels, weather: weatherOf('read-models') });
    const bus = openLogBus(logs.parts[0]!);
    const composed = composeServices({
      events: (service) => logs.store(service),
      readStore: () => readStore,
      groups: groupsOf(bus),
    });
    return launched(process, composed, bus);
  };
  const platform = new Supervised(kernel, climate, 'platform', launch);
  return {
    programs: [platform],
    doors: [platform],
    disks: [disk],
    lookedAt: () =>
      Promise.resolve({
        logs: logsOf(new SimulatedEventLog({ server: disk })),
        stores: inOneFile(new SimulatedReadStore({ server: readModels })),
        places: logPlaces,
      }),
    loseReadModels: () => {
      readModels = new SimulatedReadServer();
      return [platform];
    },
    loseCheckpoints: () => {
      disk.checkpoints.clear();
      return [platform];
    },
  };
};

const logsOf = (log: SimulatedEventLog): Logs => ({
  store: (service) => log.forService(service),
  parts: [{ name: logPartition, log, coordination: log.coordination, topics, checkpoints: log.checkpoints }],
  close: () => log.close(),
});
