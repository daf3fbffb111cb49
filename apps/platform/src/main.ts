import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { type Config, describeConfig, readConfig } from './config.ts';
import { operations } from './operator-log.ts';
import { startPlatform } from './platform.ts';

/** A stop that takes longer than this is no longer clean, and ends anyway. */
const longestStop = 19_000;

const levels: Record<Config['TRIBUTARY_LOG_LEVEL'], LogLevel[]> = {
  error: ['fatal', 'error'],
  warn: ['fatal', 'error', 'warn'],
  info: ['fatal', 'error', 'warn', 'log'],
  debug: ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'],
};

/** What the framework says of itself at each start is for those who debug. */
class PlatformLogger extends ConsoleLogger {
  override log(message: unknown, context: string): void {
    if (context === operations) super.log(message, context);
    else this.debug(message, context);
  }
}

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const main = async (): Promise<void> => {
  // Business data and hashes of keys are nobody else's on this machine.
  process.umask(0o077);
  // Left alone, V8 lets the heap grow to several times what lives on it before it collects: memory for nothing.
  setFlagsFromString('--heap-growing-percent=100');
  const config = readConfig(process.env);
  const logger = new PlatformLogger({
    json: !process.stdout.isTTY,
    logLevels: levels[config.TRIBUTARY_LOG_LEVEL],
  });
  const platform = await startPlatform(config, logger, (error) =>
    fail(`The platform ends: ${error instanceof Error ? error.message : String(error)}`),
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longestStop).unref();
    void platform.close().then(
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
