import type { GroupStatus } from '@tributary/event-bus';
import { type Relay, type RelayOptions, startRelay } from '@tributary/event-bus/kafka';
import { logPartition } from '@tributary/event-bus/log';
import { eventsBetween } from '@tributary/event-store';
import type { LogPart } from './logs.ts';

interface Running {
  readonly part: LogPart;
  readonly relay: Relay;
  /** End of the log when it was started. */
  readonly start: number;
  head: number;
}

/**
 * One relay for each log. To who asks how far the platform is they are groups like others: what is not
 * published yet, nobody else can be behind on.
 */
export class Relays {
  private constructor(private readonly running: readonly Running[]) {}

  static async start(
    parts: readonly LogPart[],
    optionsOf: (part: LogPart) => Omit<RelayOptions, 'log' | 'epoch' | 'coordination'>,
  ): Promise<Relays> {
    const running: Running[] = [];
    for (const part of parts) {
      const { log, coordination } = part;
      const head = await log.all.head();
      const relay = startRelay({ ...optionsOf(part), log, epoch: log.epoch, coordination });
      running.push({ part, relay, start: head, head });
    }
    return new Relays(running);
  }

  status(): readonly GroupStatus[] {
    return this.running.map(({ part, relay, start, head }) => {
      const { position } = relay.status();
      return {
        group: part.name === logPartition ? 'relay' : `${part.name}-relay`,
        lag: eventsBetween(part.log, position, head),
        position,
        parked: 0,
        following: position >= start,
      };
    });
  }

  async refresh(): Promise<void> {
    for (const each of this.running) each.head = await each.part.log.all.head().catch(() => each.head);
  }

  async close(): Promise<void> {
    await Promise.all(this.running.map(({ relay }) => relay.close()));
  }
}
