import type { LoggerService } from '@nestjs/common';
import { type Level, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Telemetry } from '../telemetry.ts';
import { errorOf, framesOf, idsOf, withoutAddresses } from './what-may-be-said.ts';

export type LogLevel = Level | 'silent';

export interface StructuredLoggerOptions {
  readonly level: LogLevel;
  readonly service: string;
  readonly instance: string;
  /** Told each line, its line feed included; the standard output when left out. */
  readonly write?: (line: string) => void;
  /** Names the trace that a line belongs to. */
  readonly telemetry?: Pick<Telemetry, 'active'>;
}

/** Nest's logger as JSON lines: level, time, service, instance, trace, message, context; no personal data. */
export const structuredLogger = (options: StructuredLoggerOptions): LoggerService => {
  const { write } = options;
  const settings = {
    level: options.level,
    base: { service: options.service, instance: options.instance },
    messageKey: 'message',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    mixin: () => traceOf(options.telemetry),
  };
  const logger = write ? pino(settings, { write }) : pino(settings);
  const at =
    (level: Level) =>
    (message: unknown, ...more: unknown[]): void => {
      if (logger.isLevelEnabled(level)) say(logger, level, message, more);
    };
  return {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    log: at('info'),
    debug: at('debug'),
    verbose: at('trace'),
  };
};

const traceOf = (telemetry: Pick<Telemetry, 'active'> | undefined): object => {
  const span = telemetry?.active();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
};

/** Nest gives the context last, and the stack of an error as text before it. */
const say = (logger: Logger, level: Level, message: unknown, more: readonly unknown[]): void => {
  const texts = more.filter((part) => typeof part === 'string');
  const stack = texts.map(framesOf).find((frames) => frames !== '');
  const context = texts.findLast((text) => framesOf(text) === '');
  const objects = [message, ...more].filter((part) => typeof part === 'object' && part !== null);
  const error = objects.find((part) => part instanceof Error);
  const about = Object.assign({}, ...objects.filter((part) => part !== error).map(idsOf)) as object;
  logger[level](
    {
      ...(context !== undefined && { context: withoutAddresses(context) }),
      ...(Object.keys(about).length > 0 && { about }),
      ...(error && { error: errorOf(error) }),
      ...(stack && !error && { stack }),
    },
    typeof message === 'object' && message !== null ? headingOf(message) : withoutAddresses(String(message)),
  );
};

const headingOf = (message: object): string => {
  if (!(message instanceof Error)) return 'An object';
  return errorOf(message).message ?? message.name;
};
