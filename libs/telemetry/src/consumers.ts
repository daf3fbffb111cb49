import type { EventBus, GroupStatus } from '@tributary/event-bus';
import type { DurationSeries } from './durations.ts';
import type { Metrics, Reading } from './metrics.ts';

/** What one consumer group has done in this process. */
export interface ConsumerNumbers {
  handled: number;
  failed: number;
  /** Seconds of the handler, for a message or a batch; failures included. */
  readonly seconds: DurationSeries;
  /** Seconds from an event being recorded to a batch handler having stored what follows from it. */
  readonly visible: DurationSeries;
}

/** The consumer groups of this process, and what their buses say of them when asked. */
export class Consumers {
  private readonly groups = new Map<string, ConsumerNumbers>();
  private readonly buses: EventBus[] = [];
  private readonly parkings = new Map<string, { last: number; total: number }>();

  constructor(private readonly metrics: Metrics) {
    const numbers = (read: (numbers: ConsumerNumbers) => number) => () => this.each(read);
    const statuses = (read: (status: GroupStatus) => number) => () => this.everyStatus(read);
    metrics.counter(
      'tributary_messages_handled_total',
      'Messages handled.',
      numbers(({ handled }) => handled),
    );
    metrics.counter(
      'tributary_messages_failed_total',
      'Messages whose handling failed, every try counted.',
      numbers(({ failed }) => failed),
    );
    metrics.counter('tributary_messages_parked_total', 'Messages given up on since the start.', () =>
      this.parkedSinceStart(),
    );
    metrics.gauge(
      'tributary_messages_parked',
      'Messages given up on and not redriven.',
      statuses(({ parked }) => parked),
    );
    metrics.gauge(
      'tributary_consumer_lag',
      'Messages on the bus that the group has not handled: an upper bound.',
      statuses(({ lag }) => lag),
    );
  }

  group(group: string): ConsumerNumbers {
    const known = this.groups.get(group);
    if (known) return known;
    const labels = () => ({ group });
    const numbers: ConsumerNumbers = {
      handled: 0,
      failed: 0,
      seconds: this.metrics
        .duration('tributary_handle_seconds', 'A handler at work on a message or a batch.')
        .labelled(group, labels),
      visible: this.metrics
        .duration('tributary_visible_seconds', 'From an event being recorded to its being in a read model.')
        .labelled(group, labels),
    };
    this.groups.set(group, numbers);
    return numbers;
  }

  watch(bus: EventBus): void {
    this.buses.push(bus);
  }

  /** What was parked before this start is not counted again. */
  subscribed(bus: EventBus, group: string): void {
    const last = bus.status().find((status) => status.group === group)?.parked ?? 0;
    this.parkings.set(group, { last, total: 0 });
  }

  private *each(read: (numbers: ConsumerNumbers) => number): Iterable<Reading> {
    for (const [group, numbers] of this.groups) yield { value: read(numbers), labels: { group } };
  }

  private *everyStatus(read: (status: GroupStatus) => number): Iterable<Reading> {
    for (const bus of this.buses)
      for (const status of bus.status()) yield { value: read(status), labels: { group: status.group } };
  }

  /** Counted from one reading to the next: what was parked and redriven in between is not seen. */
  private *parkedSinceStart(): Iterable<Reading> {
    for (const { group, parked } of this.buses.flatMap((bus) => bus.status())) {
      const parking = this.parkings.get(group);
      if (!parking) continue;
      parking.total += Math.max(0, parked - parking.last);
      parking.last = parked;
      yield { value: parking.total, labels: { group } };
    }
  }
}
