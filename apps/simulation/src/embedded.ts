import { factTopics, inboxTopic, services } from '@tributary/contracts';
import { logPartition } from '@tributary/event-bus/log';
import { SimulatedEventLog, SimulatedServer, type Weather, calm } from '@tributary/event-store/simulated';
import { groupsOf } from '@tributary/gateway';
import {
  type Logs,
  busOverLogs,
  composeServices,
  inOneFile,
  logPlaces,
  logsOnServer,
} from '@tributary/platform';
import { SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import type { Kernel, SimulatedProcess } from '@tributary/simulation';
import type { Climate } from './climate.ts';
import { eventServers } from './event-servers.ts';
import { told } from './news.ts';
import type { Plan } from './plan.ts';
import { lookedInto, ofNewerVersion } from './newer-version.ts';
import { type Program, launched } from './program.ts';
import { Supervised } from './supervised.ts';
import type { Shape } from './world.ts';

/** Where the events of an embedded platform lie. */
interface Events {
  readonly disks: readonly SimulatedServer[];
  /** As a process opens them that is to run alone. */
  open(weather: Weather): Promise<Logs>;
  /** As somebody does who only looks. */
  look(): Promise<Logs>;
  loseCheckpoints(): void;
}

/**
 * The five services in one process: over one file, as a shop has that installs nothing, or over a log for each
 * service on a server, to which what was sent may arrive after its sender's end.
 */
export const embedded = (kernel: Kernel, climate: Climate, { engines }: Plan): Shape => {
  const events = engines === 'files' ? inFile(kernel) : onServers(kernel);
  let readModels = new SimulatedReadServer();
  const launch = async (process: SimulatedProcess, isUpgraded: boolean): Promise<Program> => {
    const weatherOf = (engine: 'events' | 'read-models') =>
      engines === 'files' ? climate.ofFile(process, engine) : climate.between(process, engine);
    const logs = await events.open(weatherOf('events'));
    const connected = new SimulatedReadStore({ server: readModels, weather: weatherOf('read-models') });
    const readStore = isUpgraded ? ofNewerVersion(connected) : connected;
    const { bus, stockHead } = busOverLogs(logs);
    const composed = composeServices({
      events: (service) => logs.store(service),
      readStore: () => readStore,
      groups: groupsOf(bus),
      logs: logs.parts.map(({ log }) => log),
      ...(stockHead && { stockHead }),
    });
    return launched(composed, bus);
  };
  const platform = new Supervised(kernel, climate, 'platform', launch);
  return {
    programs: [platform],
    doors: [platform],
    desks: [platform],
    disks: events.disks,
    lookedAt: async () => ({
      logs: await events.look(),
      stores: inOneFile(lookedInto(readModels, platform)),
      places: logPlaces,
    }),
    loseReadModels: () => {
      readModels = new SimulatedReadServer();
      return [platform];
    },
    loseCheckpoints: () => {
      events.loseCheckpoints();
      return [platform];
    },
  };
};

const topics = new Set([inboxTopic, ...Object.values(factTopics)]);

const inFile = (kernel: Kernel): Events => {
  const disk = new SimulatedServer('simulated', told(kernel));
  const open = (weather: Weather): Promise<Logs> => {
    const log = new SimulatedEventLog({ server: disk, oneWriter: true, weather });
    const { coordination, checkpoints } = log;
    return Promise.resolve({
      store: (service) => log.forService(service),
      parts: [{ name: logPartition, log, coordination, topics, checkpoints }],
      close: () => log.close(),
    });
  };
  return {
    disks: [disk],
    open,
    look: () => open(calm),
    loseCheckpoints: () => disk.checkpoints.clear(),
  };
};

const onServers = (kernel: Kernel): Events => {
  const { servers, opening } = eventServers(kernel);
  const recording = new Set(services.filter((service) => service !== 'repository'));
  return {
    disks: [...servers.values()],
    open: (weather) => logsOnServer(opening(weather)),
    look: () => logsOnServer(opening(calm), { shared: recording }),
    loseCheckpoints: () => {
      for (const { positions } of servers.values())
        for (const name of positions.keys()) if (name.startsWith('group-')) positions.delete(name);
    },
  };
};
