import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ServiceParts, connectBus } from '@tributary/event-bus/nest';
import { groupsOf } from '@tributary/gateway';
import { BackupController, type Snapshots, snapshotsToken } from './backup.controller.ts';
import type { Config } from './config.ts';
import { announce, dataFolder } from './data-folder.ts';
import { openDoor } from './door.ts';
import { HealthController, busToken } from './health.controller.ts';
import { composeEmbedded } from './embedded.ts';
import { openLogs } from './logs.ts';
import { openPlatformBus } from './buses.ts';
import { claimFor, openReadStores } from './read-stores.ts';

export interface Platform {
  readonly url: string;
  /** Set when the first admin key was made by this start: shown once, kept nowhere. */
  readonly firstAdminKey: string | undefined;
  close(): Promise<void>;
}

class PlatformModule {}

/** Before what goes on beside a service is begun again after it failed, in milliseconds. */
const pause = 1_000;

/**
 * Starts all five services in this process over one data folder.
 * @param onFatal told when the disk failed and the process must end
 * @throws StoreUnavailable when another process has the data folder
 */
export const startPlatform = async (
  config: Config,
  logger: LoggerService,
  onFatal: (error: unknown) => void,
): Promise<Platform> => {
  const folder = dataFolder(config.TRIBUTARY_DATA, config.TRIBUTARY_EVENT_STORE);
  const logs = await openLogs(config.TRIBUTARY_EVENT_STORE, folder.eventLog, onFatal);
  const readStores = await openReadStores(config.TRIBUTARY_READ_STORE, folder.readModels).catch(
    async (error: unknown) => {
      await logs.close();
      throw error;
    },
  );
  const { bus, places, stockHead, ...platformBus } = await openPlatformBus(config, logs, logger);
  const {
    gateway: { keys, takeInbound },
    services,
  } = composeEmbedded(logs, (service) => readStores.of(service), groupsOf(bus), stockHead);
  // Left by a process that was killed while it sent one.
  rmSync(folder.snapshot, { force: true });
  const snapshots: Snapshots = { ...(logs.snapshot && { take: logs.snapshot }), file: folder.snapshot };
  const stopping = new AbortController();
  const firstAdminKey = await keys.start(config.TRIBUTARY_ADMIN_KEY);
  await claimFor(logs, readStores, places);
  const module: DynamicModule = {
    module: PlatformModule,
    imports: services.map(({ module: own }) => own),
    controllers: [HealthController, BackupController],
    providers: [
      { provide: busToken, useValue: bus },
      { provide: snapshotsToken, useValue: snapshots },
    ],
  };
  const app = await openDoor(module, keys, logger);
  for (const projector of services.flatMap(({ projectors }) => projectors)) await projector.start(bus);
  for (const { name, transport } of services) {
    if (transport) connectBus(app, { bus, group: name, transportId: transport });
  }
  await app.startAllMicroservices();
  const entrances = await platformBus.openEntrances?.(takeInbound);
  const beside = services.map((service) => keptGoing(service, stopping.signal, logger));
  await app.listen(config.TRIBUTARY_PORT, config.TRIBUTARY_HOST);
  const url = addressOf(app);
  const withdraw = announce(folder.access, url, keys.issueLocal());
  const close = async () => {
    withdraw();
    stopping.abort();
    for (const { closing } of services) closing?.();
    await entrances?.close();
    await app.close();
    await bus.close();
    await Promise.all(beside);
    for (const { closed } of services) await closed?.();
    await platformBus.close();
    await readStores.close();
    await logs.close();
  };
  return { url, firstAdminKey, close };
};

/** Runs what goes on beside a service until the stop, again after a failure: what it needs may be away. */
const keptGoing = async (
  { name, beside }: ServiceParts,
  signal: AbortSignal,
  logger: LoggerService,
): Promise<void> => {
  while (beside && !signal.aborted) {
    try {
      await beside(signal);
      return;
    } catch (error) {
      if (signal.aborted) return;
      logger.warn(`What goes on beside ${name} failed and begins again: ${String(error)}`, 'platform');
      await delay(pause, undefined, { signal }).catch(() => {});
    }
  }
};

const addressOf = (app: NestFastifyApplication): string => {
  const address = app.getHttpServer().address() as { address: string; port: number; family: string };
  const host = address.address === '0.0.0.0' || address.address === '::' ? '127.0.0.1' : address.address;
  return `http://${address.family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${address.port}`;
};
