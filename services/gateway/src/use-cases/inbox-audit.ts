import { type InboundTypeName, type Service, inboundTypes, isInboundType } from '@tributary/contracts';
import type { Audit, RecordedEvent, Violation } from '@tributary/event-store';

/** Services that answer a message by an event of their own; the repository answers by its documents. */
const answering = ['order', 'inventory', 'sourcing'] as const satisfies readonly Service[];

const expects = (type: InboundTypeName, service: (typeof answering)[number]): boolean =>
  (inboundTypes[type].appliedBy as readonly Service[]).includes(service);

export interface InboxAudit extends Audit {
  /** Messages that a service has passed but never answered, and how many are still on their way. */
  unanswered(isDone: (service: string, message: MessagePlace) => boolean): {
    violations: Violation[];
    inFlight: number;
  };
}

/** Where a message lies on the bus. */
export interface MessagePlace {
  readonly partition: string | undefined;
  readonly position: number;
}

/**
 * Every message taken in is answered by each service it concerns, or parked with its reason.
 * @param partitionOf the partition of the bus that a message of the inbox lies in
 */
export const inboxAudit = (partitionOf: (message: RecordedEvent) => string | undefined): InboxAudit => {
  const open = new Map<string, Map<string, MessagePlace & { readonly where: string }>>(
    answering.map((service) => [service, new Map()]),
  );
  return {
    invariants: ['nothing-lost'],
    see(service, event) {
      if (service === 'gateway' && isInboundType(event.type)) {
        for (const name of answering) {
          if (expects(event.type, name))
            open.get(name)!.set(event.id, {
              partition: partitionOf(event),
              position: event.position,
              where: `${event.stream} ${event.type}`,
            });
        }
      } else if (event.type === 'tributary.message.parked.v1') {
        const { group, eventId } = event.data as { group: string; eventId: string };
        open.get(group)?.delete(eventId);
      } else if (event.metadata.causationId !== undefined) {
        open.get(service)?.delete(event.metadata.causationId);
      }
      return [];
    },
    unanswered(isDone) {
      const violations: Violation[] = [];
      let inFlight = 0;
      for (const [service, messages] of open) {
        for (const [id, { where, ...place }] of messages) {
          if (!isDone(service, place)) inFlight += 1;
          else
            violations.push({
              invariant: 'nothing-lost',
              position: place.position,
              where,
              problem: `${service} neither applied nor parked message ${id}`,
            });
        }
      }
      return { violations, inFlight };
    },
  };
};
