import type { GatewayFact, InventoryFact, OrderFact, SourcingFact } from '@tributary/contracts';
import type { EventStore, RecordedEvent } from '@tributary/event-store';
import { Counter, Histogram, type Registry } from 'prom-client';
import { buckets, secondsSince } from './durations.ts';

type FactType = (GatewayFact | InventoryFact | OrderFact | SourcingFact)['type'];

/** Facts that the business counts under names of their own, there from the start, also while they are 0. */
const countedFacts: Partial<Record<FactType, { readonly name: string; readonly help: string }>> = {
  'tributary.order.placed.v2': { name: 'tributary_orders_placed_total', help: 'Orders placed.' },
  'tributary.sourcing.decided.v1': {
    name: 'tributary_sourcing_decisions_total',
    help: 'Decisions from where an order is fulfilled.',
  },
  'tributary.allocation.refused.v1': {
    name: 'tributary_oversales_refused_total',
    help: 'Reservations refused because the stock was gone: oversales that did not happen.',
  },
  'tributary.message.quarantined.v1': {
    name: 'tributary_messages_quarantined_total',
    help: 'Messages set aside because they could not be taken in.',
  },
};

/** The store of a service with its appends counted and timed; it answers with the very promises of the original. */
export const storeMeasurements = (
  registry: Registry,
): ((service: string, store: EventStore) => EventStore) => {
  const registers = [registry];
  const appended = new Counter({
    name: 'tributary_events_appended_total',
    help: 'Events recorded by this process.',
    labelNames: ['tributary_service', 'tributary_event_type'],
    registers,
  });
  const duration = new Histogram({
    name: 'tributary_append_duration_seconds',
    help: 'From an append being asked for to its being durable.',
    labelNames: ['tributary_service'],
    buckets,
    registers,
  });
  const conflicts = new Counter({
    name: 'tributary_append_conflicts_total',
    help: 'Appends refused because a stream was not at the version that was expected.',
    labelNames: ['tributary_service'],
    registers,
  });
  const business = new Map(
    Object.entries(countedFacts).map(([type, { name, help }]) => [
      type,
      new Counter({ name, help, registers }),
    ]),
  );
  return (service, store) => {
    const labels = { tributary_service: service };
    conflicts.inc(labels, 0);
    const count = (recorded: readonly RecordedEvent[]): void => {
      for (const { type } of recorded) {
        appended.inc({ tributary_service: service, tributary_event_type: type });
        business.get(type)?.inc();
      }
    };
    return {
      ...store,
      append: (appends, checks) => {
        const started = performance.now();
        const appending = store.append(appends, checks);
        appending.then(
          ({ duplicate, recorded }) => {
            duration.observe(labels, secondsSince(started));
            if (!duplicate) count(recorded);
          },
          ({ code }: { code?: string }) => {
            if (code === 'wrong-expected-version') conflicts.inc(labels);
          },
        );
        return appending;
      },
    };
  };
};
