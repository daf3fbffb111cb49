import { type InboundTypeName, type Service, inboundTypes, isInboundType } from '@tributary/contracts';
import type { Audit, Violation } from '@tributary/event-store';

/** Services that answer a message by an event of their own; the repository answers by its documents. */
const answering = ['order', 'inventory', 'sourcing'] as const satisfies readonly Service[];

const expects = (type: InboundTypeName, service: (typeof answering)[number]): boolean =>
  (inboundTypes[type].appliedBy as readonly Service[]).includes(service);

export interface InboxAudit extends Audit {
  /** Messages that a service has passed but never answered, and how many are still on their way. */
  unanswered(done: (service: string) => number): { violations: Violation[]; inFlight: number };
}

/** Every message taken in is answered by each service it concerns, or parked with its reason. */
export const inboxAudit = (): InboxAudit => {
  const open = new Map<string, Map<string, { position: number; where: string }>>(
    answering.map((service) => [service, new Map()]),
  );
  return {
    invariants: ['nothing-lost'],
    see(service, event) {
      if (service === 'gateway' && isInboundType(event.type)) {
        for (const name of answering) {
          if (expects(event.type, name))
            open
              .get(name)!
              .set(event.id, { position: event.position, where: `${event.stream} ${event.type}` });
        }
      } else if (event.type === 'tributary.message.parked.v1') {
        const { group, eventId } = event.data as { group: string; eventId: string };
        open.get(group)?.delete(eventId);
      } else if (event.metadata.causationId !== undefined) {
        open.get(service)?.delete(event.metadata.causationId);
      }
      return [];
    },
    unanswered(done) {
      const violations: Violation[] = [];
      let inFlight = 0;
      for (const [service, messages] of open) {
        for (const [id, { position, where }] of messages) {
          if (position > done(service)) inFlight += 1;
          else
            violations.push({
              invariant: 'nothing-lost',
              position,
              where,
              problem: `${service} neither applied nor parked message ${id}`,
            });
        }
      }
      return { violations, inFlight };
    },
  };
};
