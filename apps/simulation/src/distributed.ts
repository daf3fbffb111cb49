import { type Service, services } from '@tributary/contracts';
import { SimulatedCluster, simulatedKafka } from '@tributary/event-bus/kafka-simulated';
import { calm } from '@tributary/event-store/simulated';
import { groupsOf } from '@tributary/gateway';
import {
  type KafkaSettings,
  busOverKafka,
  composeServices,
  elsewhere,
  kafkaPlaces,
  logsOnServer,
} from '@tributary/platform';
import { SimulatedReadServer, SimulatedReadStore } from '@tributary/read-store/simulated';
import type { Kernel, SimulatedProcess } from '@tributary/simulation';
import type { Climate } from './climate.ts';
import { eventServers } from './event-servers.ts';
import { lookedInto, ofNewerVersion } from './newer-version.ts';
import { type Program, launched } from './program.ts';
import { Supervised } from './supervised.ts';
import type { Shape } from './world.ts';

const settings: KafkaSettings = {
  TRIBUTARY_KAFKA_PARTITIONS: 2,
  TRIBUTARY_KAFKA_NAMESPACE: '',
  TRIBUTARY_KAFKA_REPLICATION: 1,
  TRIBUTARY_KAFKA_ENTRANCES: '',
};

const replicas = 2;

const eachService = <T>(make: (service: Service) => T): Map<Service, T> =>
  new Map(services.map((service) => [service, make(service)]));

/** Each service in two processes, over a log, read models and topics that they share: what a large shop runs. */
export const distributed = (kernel: Kernel, climate: Climate): Shape => {
  const { servers, opening } = eventServers(kernel);
  const readModels = eachService(() => new SimulatedReadServer());
  const cluster = new SimulatedCluster({ now: () => kernel.now });
  const launch = async (
    process: SimulatedProcess,
    isUpgraded: boolean,
    service: Service,
  ): Promise<Program> => {
    const here = new Set([service]);
    const logs = await logsOnServer(opening(climate.between(process, 'events')), { shared: here });
    const kafka = simulatedKafka({
      cluster,
      weather: climate.between(process, 'bus'),
      clientId: process.name,
    });
    const { bus, states, stockHead } = await busOverKafka(kafka, settings, { here, isShared: true }, logs);
    const connected = new SimulatedReadStore({
      server: readModels.get(service)!,
      weather: climate.between(process, 'read-models'),
    });
    const readStore = isUpgraded ? ofNewerVersion(connected) : connected;
    const composed = composeServices({
      events: (of) => (of === service ? logs.store(of) : elsewhere),
      readStore: (of) => (of === service ? readStore : elsewhere),
      groups: groupsOf(bus),
      logs: logs.parts.map(({ log }) => log),
      ...(states && { states }),
      ...(stockHead && { stockHead }),
    });
    return launched(composed, bus, service);
  };
  const programs = services.flatMap((service) =>
    Array.from({ length: replicas }, (_, number) => ({
      service,
      program: new Supervised(kernel, climate, `${service}-${number + 1}`, (process, isUpgraded) =>
        launch(process, isUpgraded, service),
      ),
    })),
  );
  const of = (service: Service) =>
    programs.filter((each) => each.service === service).map(({ program }) => program);
  return {
    programs: programs.map(({ program }) => program),
    doors: of('gateway'),
    desks: of('order'),
    disks: [...servers.values()],
    lookedAt: async () => {
      const stores = eachService((service) => lookedInto(readModels.get(service)!, of(service)[0]!));
      return {
        logs: await logsOnServer(opening(calm), { shared: new Set(services) }),
        stores: {
          of: (service) => stores.get(service)!,
          answer: () => Promise.resolve(),
          close: () => Promise.resolve(),
        },
        places: kafkaPlaces(simulatedKafka({ cluster, weather: calm, clientId: 'look' }), settings),
      };
    },
    loseReadModels: (program) => {
      const { service } = programs.find((each) => each.program === program)!;
      readModels.set(service, new SimulatedReadServer());
      return of(service);
    },
    // Where groups are on Kafka the brokers keep.
    loseCheckpoints: (program) => [program],
  };
};
