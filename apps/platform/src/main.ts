import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { hostname } from 'node:os';
import { ConsoleLogger, type LogLevel, type LoggerService } from '@nestjs/common';
import { services } from '@tributary/contracts';
import { type Telemetry, startTelemetry, structuredLogger } from '@tributary/telemetry';
import { type Config, describeConfig, isDistributed, readConfig } from './config.ts';
import { version } from './door.ts';
import { openMetrics } from './metrics.ts';
import { startPlatform } from './platform.ts';

/** A stop that takes longer than this is no longer clean, and ends anyway: in milliseconds, by shape. */
const longestStop = { embedded: 4_500, distributed: 25_000 };

const levels: Record<Config['TRIBUTARY_LOG_LEVEL'], LogLevel[]> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

/** For people on a terminal; for programs everywhere else. */
const loggerOf = (
  { TRIBUTARY_LOG_LEVEL: level }: Config,
  of: { service: string; instance: string; telemetry: Telemetry },
): LoggerService =>
  process.stdout.isTTY
    ? new ConsoleLogger({ logLevels: levels[level] })
    : structuredLogger({ level: level === 'info' ? 'warn' : level, ...of });

const main = async (): Promise<void> => {
  // Business data and hashes of keys are nobody else's on this machine.
  process.umask(0o077);
  // Left alone, V8 lets the heap grow to several times what lives on it before it collects: memory for nothing.
  setFlagsFromString('--heap-growing-percent=100');
  const config = readConfig(process.env);
  const service = config.SERVICE.length === services.length ? 'platform' : config.SERVICE.join('+');
  const instance = `${hostname()}-${process.pid}`;
  const otlpEndpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  const telemetry = startTelemetry({ service, instance, version, ...(otlpEndpoint && { otlpEndpoint }) });
  const metrics = await openMetrics(telemetry, config);
  const logger = loggerOf(config, { service, instance, telemetry });
  const fatal = (error: unknown) => fail(`The event store failed while recording: ${String(error)}`);
  const platform = await startPlatform(config, logger, fatal, telemetry);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(
      () => process.exit(1),
      longestStop[isDistributed(config) ? 'distributed' : 'embedded'],
    ).unref();
    const stopped = async () => {
      await platform.close();
      await metrics?.close();
      await telemetry.shutdown();
    };
    void stopped().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(`${describeConfig(config)}\nTributary listens on ${platform.url}\n`);
  if (platform.firstAdminKey) {
    process.stdout.write(`First admin key, shown only now: ${platform.firstAdminKey}\n`);
  }
};

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
