import { setTimeout as delay } from 'node:timers/promises';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { services as allServices } from '@tributary/contracts';
import { type ServiceParts, connectBus } from '@tributary/event-bus/nest';
import { type KeyVerifier, identitySigner, signedIdentities } from '@tributary/http';
import type { Telemetry } from '@tributary/telemetry';
import { type Config, isDistributed } from './config.ts';
import { announce, dataFolder } from './data-folder.ts';
import { openDistributed, urlsElsewhere } from './distributed.ts';
import { openDoor } from './door.ts';
import { openEmbedded } from './embedded.ts';
import type { Forwarding } from './forwarding.ts';
import type { Ground } from './ground.ts';
import { HealthController, readinessToken } from './health.controller.ts';
import { readinessOf } from './readiness.ts';
import { RunningController, localGroupsToken } from './running.controller.ts';
import { describeServices } from './services.ts';

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
 * Starts the services of this process: all five over one data folder, or some of them on engines.
 * @param onFatal told when a store failed and the process must end
 * @param telemetry what measures the work of this process, if anything does
 * @throws StoreUnavailable when another process has the data folder, or an engine cannot be reached
 */
export const startPlatform = async (
  config: Config,
  logger: LoggerService,
  onFatal: (error: unknown) => void,
  telemetry?: Telemetry,
): Promise<Platform> => {
  const folder = isDistributed(config) ? undefined : dataFolder(config.TRIBUTARY_DATA);
  const ground = isDistributed(config)
    ? await openDistributed(config, logger, onFatal, telemetry)
    : openEmbedded(folder!, onFatal, telemetry);
  const { services, gateway } = ground;
  const stopping = new AbortController();
  const firstAdminKey = await gateway?.keys.start(config.TRIBUTARY_ADMIN_KEY);
  const forwarding = gateway && isDistributed(config) ? forwardingOf(config) : undefined;
  const module: DynamicModule = {
    module: PlatformModule,
    imports: [...services, ...(forwarding?.services ?? [])].map(({ module: own }) => own),
    controllers: [HealthController, RunningController],
    providers: [
      { provide: readinessToken, useValue: readinessOf(ground, () => stopping.signal.aborted) },
      { provide: localGroupsToken, useValue: ground.groups },
    ],
  };
  const app = await openDoor(module, verifierOf(config, ground), logger, { forwarding, telemetry });
  await startServices(app, ground);
  const beside = services.map((service) => keptGoing(service, stopping.signal, logger));
  await app.listen(config.TRIBUTARY_PORT, config.TRIBUTARY_HOST);
  const url = addressOf(app);
  const withdraw = folder && announce(folder.access, url, gateway!.keys.issueLocal());
  const close = async () => {
    withdraw?.();
    stopping.abort();
    for (const { closing } of services) closing?.();
    await app.close();
    await ground.drain();
    await Promise.all(beside);
    for (const { closed } of services) await closed?.();
    await ground.close();
  };
  return { url, firstAdminKey, close };
};

const startServices = async (app: NestFastifyApplication, ground: Ground): Promise<void> => {
  for (const { name, projectors } of ground.services)
    for (const projector of projectors) await projector.start(ground.busOf(name));
  for (const { name, transport } of ground.services)
    if (transport) connectBus(app, { bus: ground.busOf(name), group: name, transportId: transport });
  await app.startAllMicroservices();
  await ground.start();
};

/** The gateway knows keys; a service behind it takes the gateway's word. */
const verifierOf = (config: Config, { gateway, services }: Ground): KeyVerifier =>
  gateway?.keys ??
  signedIdentities(
    config.TRIBUTARY_IDENTITY_SECRET!,
    services.map(({ name }) => name),
  );

/** The services that run elsewhere, built on nothing: for their routes and what describes them. */
const forwardingOf = (config: Config): Forwarding | undefined => {
  const elsewhere = allServices.filter((name) => !config.SERVICE.includes(name));
  if (elsewhere.length === 0 || !isDistributed(config)) return undefined;
  const services = describeServices(elsewhere);
  const sign = identitySigner(config.TRIBUTARY_IDENTITY_SECRET);
  return { services, urls: urlsElsewhere(config), sign };
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
