import { rmSync } from 'node:fs';
import type { DynamicModule, LoggerService, Provider, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ServiceParts, connectBus } from '@tributary/event-bus/nest';
import { type GatewayParts, groupsOf } from '@tributary/gateway';
import {
  type IdentitySigner,
  type KeyVerifier,
  identitySigner,
  secretSealer,
  signedIdentities,
} from '@tributary/http';
import { startTelemetry } from '@tributary/telemetry';
import { admissionOf, latelyOf } from './admission.ts';
import { BackupController, type Snapshots, snapshotsToken } from './backup.controller.ts';
import type { readConfig } from './config.ts';
import { announce, closeToOthers, dataFolder, secretIn, watchFiles } from './data-folder.ts';
import { openDoor, version } from './door.ts';
import { forwardToOwners } from './forwarding.ts';
import { followHeadMark } from './head-mark.ts';
import { HealthController, readinessToken } from './health.controller.ts';
import { keptGoing } from './kept-going.ts';
import { openLogs, openLogsElsewhere } from './logs.ts';
import { MetricsController, telemetryToken } from './metrics.controller.ts';
import { openPlatformBus } from './buses.ts';
import { OperatorLog } from './operator-log.ts';
import { readinessOf } from './readiness.ts';
import { claimFor, openReadStores, servicesWithReadModels } from './read-stores.ts';
import { groupsEverywhere } from './remote-groups.ts';
import { RunningController, groupsHereToken } from './running.controller.ts';
import { composeServices, elsewhere } from './services.ts';
import type { Shape } from './shape.ts';
import { WaitingGroups } from './waiting-groups.ts';

export interface Platform {
  readonly url: string;
  /** Set when the first admin key was made by this start: shown once, kept nowhere. */
  readonly firstAdminKey: string | undefined;
  /** Takes no more requests, finishes those under way and what the bus has handed out, and lets go of everything. */
  close(): Promise<void>;
}

class PlatformModule {}

/** How long requests that are under way at a stop may still take, in milliseconds. */
const longestAnswer = 8_000;

/**
 * Starts the services of this process: all five over one data folder, or some of them beside others elsewhere.
 * @param onFatal told when nothing more can be recorded and the process must end
 * @throws StoreUnavailable when another process has the data folder, or an engine does not answer
 * @throws Error when the event log lost its end
 */
export const startPlatform = async (
  config: Settings,
  logger: LoggerService,
  onFatal: (error: unknown) => void,
): Promise<Platform> => {
  const { shape } = config;
  const { here } = shape;
  const folder = dataFolder(config.TRIBUTARY_DATA, config.TRIBUTARY_EVENT_STORE);
  if (!closeToOthers(config.TRIBUTARY_DATA))
    logger.warn(
      `${config.TRIBUTARY_DATA} belongs to another user and is open to others: they can read keys' hashes and customers.`,
      'platform',
    );
  const operatorLog = new OperatorLog(logger);
  const logs = await openLogs(config.TRIBUTARY_EVENT_STORE, folder, {
    onFatal,
    onClockBehind: (recorded, now) => operatorLog.clockBehind(recorded, now),
    ...(shape.isShared && { shared: here }),
  });
  await followHeadMark(logs, folder, logger);
  const readStores = await openReadStores(config.TRIBUTARY_READ_STORE, folder.readModels, {
    services: servicesWithReadModels.filter((service) => here.has(service)),
    checked: {
      onDamaged: ({ movedTo, problem }) =>
        logger.error(
          `${folder.readModels} is damaged: ${problem}. It was moved to ${movedTo}, and the read models are folded anew from the log.`,
          'platform',
        ),
      onDamagedInUse: (problem) =>
        onFatal(
          new Error(
            `${folder.readModels} is damaged: ${problem}. The next start moves it aside and folds the read models anew from the log.`,
          ),
        ),
    },
  }).catch(async (error: unknown) => {
    await logs.close();
    throw error;
  });
  const isGateway = here.has('gateway');
  const others = isGateway ? await openLogsElsewhere(config.TRIBUTARY_EVENT_STORE, shape) : undefined;
  const waiting = new WaitingGroups(operatorLog);
  const platformBus = await openPlatformBus(config, shape, operatorLog.logs(logs), logger);
  const { places, stockHead, states } = platformBus;
  const telemetry = startTelemetry({ service: serviceNameOf(shape), version });
  const bus = telemetry.measuredBus(waiting.watched(platformBus.bus));
  const sign = signerOf(config);
  const sealedWith = isGateway ? (secretsOf(config) ?? [secretIn(folder.sealing)]) : [];
  const groupsHere = groupsOf(bus);
  const groups = sign ? groupsEverywhere(groupsHere, { urls: shape.urls, sign }) : groupsHere;
  const { gateway, services: known } = composeServices({
    events: (service) =>
      here.has(service)
        ? telemetry.measuredStore(service, operatorLog.store(logs.store(service)))
        : elsewhere,
    readStore: (service) => (here.has(service) ? readStores.of(service) : elsewhere),
    groups,
    logs: [...logs.parts, ...(others?.parts ?? [])].map(({ log }) => log),
    ...(isGateway && {
      outgoing: {
        coordination: logs.parts[0]!.coordination,
        sealer: secretSealer(sealedWith),
        networks: config.TRIBUTARY_WEBHOOK_NETWORKS.split(',').filter((each) => each !== ''),
        onTrouble: (webhookId: string, problem: string) => operatorLog.webhook(webhookId, problem),
      },
      sessionSealer: secretSealer(sealedWith, 'tributary browser sessions'),
    }),
    admission: admissionOf(
      shape.elsewhere.length > 0 && isGateway ? latelyOf(groups) : () => bus.status(),
      config.TRIBUTARY_WORK_LAG,
    ),
    ...(stockHead && { stockHead }),
    ...(states && { states }),
  });
  const services = known.filter(({ name }) => here.has(name));
  // Left by a process that was killed while it sent one.
  rmSync(folder.snapshot, { force: true });
  const snapshots: Snapshots = { ...(logs.snapshot && { take: logs.snapshot }), file: folder.snapshot };
  const stopping = new AbortController();
  const readiness = readinessOf({ bus, logs, readStores, waiting, mostLag: config.TRIBUTARY_READY_LAG });
  const firstAdminKey = isGateway ? await gateway.keys.start(config.TRIBUTARY_ADMIN_KEY) : undefined;
  if (isGateway) await claimFor(logs, readStores, places);
  const app = await openDoor({
    module: moduleOf(isGateway ? known : services, {
      controllers: [
        HealthController,
        MetricsController,
        ...(isGateway ? [BackupController] : []),
        ...(sign ? [RunningController] : []),
      ],
      providers: [
        { provide: readinessToken, useValue: readiness },
        { provide: snapshotsToken, useValue: snapshots },
        { provide: telemetryToken, useValue: telemetry },
        { provide: groupsHereToken, useValue: groupsHere },
      ],
    }),
    keys: verifierOf(config, gateway),
    isPublic: isGateway,
    logger,
    operatorLog,
    measuring: { telemetry, token: config.TRIBUTARY_METRICS_TOKEN },
    requestsASecond: config.TRIBUTARY_RATE_LIMIT,
  });
  if (isGateway && sign)
    await forwardToOwners(app.getHttpAdapter().getInstance(), {
      services: known.filter(({ name }) => !here.has(name)),
      urls: shape.urls,
      sign,
    });
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(bus);
  for (const { name, transport } of services) {
    if (transport) connectBus(app, { bus, group: name, transportId: transport });
  }
  await app.startAllMicroservices();
  const entrances = isGateway ? await platformBus.openEntrances?.(gateway.takeInbound) : undefined;
  const beside = services.flatMap(({ name, beside: going = [] }) =>
    going.map((each) => keptGoing(name, each, stopping.signal, logger)),
  );
  await app.listen(config.TRIBUTARY_PORT, config.TRIBUTARY_HOST);
  const url = addressOf(app);
  const withdraw = isGateway ? announce(folder.access, url, gateway.keys.issueLocal()) : () => {};
  const watched = [
    ...(config.TRIBUTARY_EVENT_STORE === 'sqlite:' ? [folder.eventLog] : []),
    ...(config.TRIBUTARY_READ_STORE === 'sqlite:' ? [folder.readModels] : []),
  ];
  const unwatch = watchFiles(watched, (file) =>
    onFatal(new Error(`${file} was deleted or replaced while it was in use.`)),
  );
  const close = async () => {
    unwatch();
    withdraw();
    readiness.stop();
    stopping.abort();
    for (const { closing } of services) closing?.();
    await entrances?.close();
    await closeDoor(app);
    await bus.close();
    await Promise.all(beside);
    for (const { closed } of services) await closed?.();
    await platformBus.close();
    await readStores.close();
    await others?.close();
    await logs.close();
  };
  return { url, firstAdminKey, close };
};

/** What the door consists of: a gateway's knows the routes of all services, wherever they run. */
const moduleOf = (
  services: readonly ServiceParts[],
  own: { readonly controllers: Type[]; readonly providers: Provider[] },
): DynamicModule => ({ module: PlatformModule, imports: services.map(({ module }) => module), ...own });

/** By which programs that watch tell processes apart. */
const serviceNameOf = ({ here, elsewhere: others }: Shape): string =>
  others.length === 0 ? 'tributary' : ['tributary', ...here].join('-');

type Settings = ReturnType<typeof readConfig>;

const secretsOf = ({ TRIBUTARY_IDENTITY_SECRET: secrets }: Settings): readonly string[] | undefined =>
  secrets?.split(',');

const signerOf = (config: Settings): IdentitySigner | undefined => {
  const secrets = secretsOf(config);
  return secrets && identitySigner(secrets);
};

/** Who is let in: who shows an API key, or a session that began with one, where the gateway is, and who is sent by a gateway elsewhere. */
const verifierOf = (config: Settings, { keys, sessions }: GatewayParts): KeyVerifier => {
  const { here } = config.shape;
  const secrets = secretsOf(config);
  const sent = secrets && signedIdentities(secrets, [...here]);
  if (!here.has('gateway')) return sent!;
  return {
    verify: sent
      ? async (shown) => (await keys.verify(shown)) ?? sent.verify(shown)
      : (shown) => keys.verify(shown),
    isRevoked: (keyId) => keys.isRevoked(keyId),
    session: (sealed) => sessions.open(sealed),
  };
};

/** Requests under way get their answers, unless they take too long. */
const closeDoor = async (app: NestFastifyApplication): Promise<void> => {
  const late = setTimeout(() => app.getHttpServer().closeAllConnections(), longestAnswer);
  await app.close();
  clearTimeout(late);
};

const addressOf = (app: NestFastifyApplication): string => {
  const address = app.getHttpServer().address() as { address: string; port: number; family: string };
  const host = address.address === '0.0.0.0' || address.address === '::' ? '127.0.0.1' : address.address;
  return `http://${address.family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${address.port}`;
};
