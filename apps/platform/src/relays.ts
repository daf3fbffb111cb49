import type { GroupStatus } from '@tributary/event-bus';
import { type Relay, type RelayOptions, startRelay } from '@tributary/event-bus/kafka';
import { logPartition, mustBeWithinLog } from '@tributary/event-bus/log';
import { eventsBetween } from '@tributary/event-store';
import type { LogPart } from './logs.ts';

interface Running {
  readonly part: LogPart;
  readonly relay: Relay;
  /** End of the log when it was started. */
  readonly start: number;
  head: number;
}

const relayNameOf = ({ name }: LogPart): string => (name === logPartition ? 'relay' : `${name}-relay`);

/**
 * One relay for each log. To who asks how far the platform is they are groups like others: what is not
 * published yet, nobody else can be behind on.
 */
export class Relays {
  private constructor(private readonly running: readonly Running[]) {}

  /** @throws RangeError a relay published more than its log holds */
  static async start(
    parts: readonly LogPart[],
    optionsOf: (part: LogPart) => Omit<RelayOptions, 'log' | 'epoch' | 'coordination'>,
  ): Promise<Relays> {
    const running: Running[] = [];
    for (const part of parts) {
      const { log, coordination } = part;
      const options = optionsOf(part);
      const published = (await coordination.position(options.name)) ?? 0;
      // Read afterwards: another process may publish what is recorded meanwhile.
      const head = await log.all.head();
      mustBeWithinLog(relayNameOf(part), published, head);
      const relay = startRelay({ ...options, log, epoch: log.epoch, coordination });
      running.push({ part, relay, start: head, head });
    }
    return new Relays(running);
  }

  status(): readonly GroupStatus[] {
    return this.running.map(({ part, relay, start, head }) => {
      const { position } = relay.status();
      return {
        group: relayNameOf(part),
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
