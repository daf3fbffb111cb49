import type { RecordedEvent } from '@tributary/event-store';
import type { DurationSeries } from './durations.ts';
import type { Metrics, Reading } from './metrics.ts';

/** What the business counts, by the type of the fact that says it. */
export const countedFacts = {
  refusedOversale: 'tributary.allocation.refused.v1',
  quarantined: 'tributary.message.quarantined.v1',
  sourced: 'tributary.sourcing.decided.v1',
} as const;

/** What one service has appended in this process. */
export interface ServiceAppends {
  readonly seconds: DurationSeries;
  count(recorded: readonly RecordedEvent[]): void;
}

/** Events appended in this process, by service and type, and what the business wants to know of them. */
export class AppendedEvents {
  private readonly byService = new Map<string, Map<string, number>>();

  constructor(private readonly metrics: Metrics) {
    metrics.counter('tributary_events_appended_total', 'Events recorded by this process.', () =>
      this.readings(),
    );
    this.countFact(
      'tributary_oversale_refused_total',
      'Sourcing plans refused because the stock was gone: oversales that did not happen.',
      countedFacts.refusedOversale,
    );
    this.countFact(
      'tributary_messages_quarantined_total',
      'Messages set aside because they could not be taken in.',
      countedFacts.quarantined,
    );
  }

  of(service: string): ServiceAppends {
    const counts = this.byService.get(service) ?? new Map<string, number>();
    this.byService.set(service, counts);
    const seconds = this.metrics
      .duration('tributary_append_seconds', 'From an append being asked for to its being durable.')
      .labelled(service, () => ({ service }));
    const sourcing = this.metrics
      .duration('tributary_sourcing_seconds', 'From an order being recorded to its first sourcing decision.')
      .labelled('', () => ({}));
    const count = (recorded: readonly RecordedEvent[]): void => {
      for (const event of recorded) {
        counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
        if (event.type === countedFacts.sourced) timeSourcing(event, sourcing);
      }
    };
    return { seconds, count };
  }

  private countFact(name: string, help: string, type: string): void {
    this.metrics.counter(name, help, () => {
      const counts = [...this.byService.values()].map((byType) => byType.get(type) ?? 0);
      return [{ value: counts.reduce((sum, count) => sum + count, 0) }];
    });
  }

  private *readings(): Iterable<Reading> {
    for (const [service, counts] of this.byService)
      for (const [type, value] of counts) yield { value, labels: { service, type } };
  }
}

/** The first decision on an order follows from its being placed; later ones have other causes. */
const timeSourcing = ({ id, data, recordedTime }: RecordedEvent, sourcing: DurationSeries): void => {
  if ((data as { cause?: unknown } | null)?.cause !== 'placed') return;
  const seconds = (Date.parse(recordedTime) - causeRecordedAt(id)) / 1_000;
  if (seconds >= 0) sourcing.record(seconds);
};

/** The id of a consequence begins with the milliseconds at which its cause was recorded (`consequenceId`). */
export const causeRecordedAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
