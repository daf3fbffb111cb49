import type { LoggerService } from '@nestjs/common';
import type { BusFact, GatewayFact, KeyFact } from '@tributary/contracts';
import type { EventLog, EventStore, RecordedEvent } from '@tributary/event-store';
import type { FastifyInstance } from 'fastify';
import { FewLines } from './few-lines.ts';
import type { Logs } from './logs.ts';
import type { ToldOfWaits } from './waiting-groups.ts';

/** The context of these lines in the log. */
export const operations = 'operations';

/** From here on an answer is slow, in milliseconds. */
const slow = 1_000;
/** A clock that is wrong is told of no more often, in milliseconds. */
const betweenClocks = 60_000;
/** Answers that are told as things go on: that they take long says nothing. */
const toldAsItGoes = /^(?:text\/event-stream|application\/x-ndjson)/;

/**
 * Tells an operator what happened in this process, a line each: ids, codes and routes, never what people wrote or
 * who they are, and no secrets. Of what messages and requests cause, a few lines of a kind in a second.
 */
export class OperatorLog implements ToldOfWaits {
  private clockToldAt = -Infinity;
  private readonly few = new FewLines((line) => this.warn(line));

  /** @param elapsed milliseconds of a clock that never goes back */
  constructor(
    private readonly logger: LoggerService,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Tells of what is recorded in a store; what was recorded before is told no second time. */
  store(store: EventStore): EventStore {
    return {
      ...store,
      append: (appends, checks) => {
        const appending = store.append(appends, checks);
        appending.then(
          ({ duplicate, recorded }) => {
            if (!duplicate) for (const event of recorded) this.recorded(event);
          },
          // Whoever appends hears of it.
          () => {},
        );
        return appending;
      },
    };
  }

  /** Tells of what the bus records in the logs that it follows. */
  logs(logs: Logs): Logs {
    return { ...logs, parts: logs.parts.map((part) => ({ ...part, log: this.log(part.log) })) };
  }

  waitBegan(group: string): void {
    this.few.tell('waiting for a store', group);
  }

  waitEnded(group: string, after: number): void {
    this.few.tell('waiting ended', `${group}, after ${after} ms`);
  }

  webhook(webhookId: string, problem: string): void {
    this.few.tell('webhook', `${webhookId} ${problem}`);
  }

  /**
   * Tells, once a minute at most, that this machine's clock is behind what is recorded already. Who has the right
   * time is not known here.
   * @param recorded UTC ISO 8601
   * @param now of this machine, UTC ISO 8601
   */
  clockBehind(recorded: string, now: string): void {
    const elapsed = this.elapsed();
    if (elapsed - this.clockToldAt < betweenClocks) return;
    this.clockToldAt = elapsed;
    const behind = Math.round((Date.parse(recorded) - Date.parse(now)) / 1_000);
    this.warn(
      `clock behind: it is ${now} here and ${recorded} was recorded already, ${behind} s later; one of the two is wrong`,
    );
  }

  /** Tells of answers that took more than a second, by the pattern of their route. */
  requests(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', ({ method, routeOptions, id }, reply, done) => {
      const took = Math.round(reply.elapsedTime);
      if (took > slow && !toldAsItGoes.test(String(reply.raw.getHeader('content-type'))))
        this.few.tell(
          'slow request',
          `${method} ${routeOptions.url ?? 'unmatched'} ${reply.statusCode} ${took} ms ${id}`,
        );
      done();
    });
  }

  private log(log: EventLog): EventLog {
    return {
      forService: (service) => this.store(log.forService(service)),
      all: log.all,
      epoch: log.epoch,
      spacing: log.spacing,
      verify: () => log.verify(),
      chainHeads: () => log.chainHeads(),
      restore: (events) => log.restore(events),
      close: () => log.close(),
    };
  }

  private recorded({ type, data, metadata }: RecordedEvent): void {
    const fact = { type, data } as BusFact | GatewayFact | KeyFact;
    switch (fact.type) {
      case 'tributary.message.parked.v1': {
        const { group, partition = 'log', position, error } = fact.data;
        this.few.tell('message parked', `${group} at ${position} of ${partition}, ${nameOf(error)}`);
        return;
      }
      case 'tributary.message.quarantined.v1':
        this.few.tell('message quarantined', `${fact.data.messageId}, ${fact.data.code}`);
        return;
      case 'tributary.key.issued.v1':
        this.info(`key issued: ${fact.data.keyId}, ${fact.data.role}, by ${metadata.actor}`);
        return;
      case 'tributary.key.revoked.v1':
        this.info(`key revoked: ${fact.data.keyId}, by ${metadata.actor}`);
        return;
      default:
    }
  }

  private info(line: string): void {
    this.logger.log(line, operations);
  }

  private warn(line: string): void {
    this.logger.warn(line, operations);
  }
}

/** Of an error that is described as `<name>: <message>`: its message may hold what people wrote. */
const nameOf = (described: string): string => /^\w+(?=: )/.exec(described)?.[0] ?? 'Error';
