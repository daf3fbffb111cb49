import { type InboundTypeName, inboundTypes } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { inboxAudit } from './inbox-audit.ts';

const event = (position: number, type: string, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: `event ${position}`,
  type,
  time: '2026-03-02T12:00:00.000Z',
  data: {},
  metadata: { source: 'urn:wms' },
  position,
  stream: 'inbox-urn:wms',
  version: position,
  recordedTime: '2026-03-02T12:00:00.000Z',
  ...more,
});
const message = (position: number, type: InboundTypeName) => ['gateway', event(position, type)] as const;
const answer = (position: number, service: string, causationId: string) =>
  [service, event(position, `${service}.fact`, { metadata: { source: service, causationId } })] as const;
const parked = (position: number, group: string, eventId: string) =>
  ['bus', event(position, 'tributary.message.parked.v1', { data: { group, eventId } })] as const;

/** What is found when every service has passed everything, unless told how far one is. */
const found = (log: readonly (readonly [string, RecordedEvent])[], done: Record<string, number> = {}) => {
  const audit = inboxAudit(() => 'log');
  for (const [service, recorded] of log) expect([...audit.see(service, recorded)]).toEqual([]);
  const { violations, inFlight } = audit.unanswered(
    (service, { position }) => position <= (done[service] ?? Infinity),
  );
  return { lost: violations.map(({ problem }) => problem), inFlight };
};

describe('nothing-lost', () => {
  it.each(Object.entries(inboundTypes).map(([type, { appliedBy }]) => [type as InboundTypeName, appliedBy]))(
    'holds for %s once every service it concerns has answered',
    (type, appliedBy) => {
      const answering = (appliedBy as readonly string[]).filter((service) => service !== 'repository');
      const unanswered = found([message(1, type)]);
      expect(unanswered.lost).toEqual(
        expect.arrayContaining(
          answering.map((service) => `${service} neither applied nor parked message event 1`),
        ),
      );
      expect(unanswered.lost).toHaveLength(answering.length);
      const answers = answering.map((service, index) => answer(index + 2, service, 'event 1'));
      expect(found([message(1, type), ...answers]).lost).toEqual([]);
      const keptBack = answering.map((service, index) => parked(index + 2, service, 'event 1'));
      expect(found([message(1, type), ...keptBack]).lost).toEqual([]);
    },
  );

  it('names the message and where it lies', () => {
    const audit = inboxAudit(() => 'log');
    const [service, recorded] = message(7, 'tributary.payment.captured.v1');
    expect([...audit.see(service, recorded)]).toEqual([]);
    expect(audit.unanswered((_, { position }) => position <= 7).violations).toEqual([
      {
        invariant: 'nothing-lost',
        position: 7,
        where: 'inbox-urn:wms tributary.payment.captured.v1',
        problem: 'order neither applied nor parked message event 7',
      },
    ]);
  });

  it('is not broken by a message that its service has not come to yet', () => {
    const log = [message(1, 'tributary.stock.counted.v1'), message(2, 'tributary.stock.received.v1')];
    expect(found(log, { inventory: 1 })).toEqual({
      lost: ['inventory neither applied nor parked message event 1'],
      inFlight: 1,
    });
  });

  it('is not satisfied by the answer of another service, nor by an answer to another message', () => {
    const sale = message(1, 'tributary.sale.recorded.v1');
    const unanswered = ['order neither applied nor parked message event 1'];
    expect(found([sale, answer(2, 'inventory', 'event 1')]).lost).toEqual(unanswered);
    expect(found([sale, answer(2, 'order', 'event 9')]).lost).toEqual(unanswered);
    expect(found([sale, parked(2, 'repository-orders', 'event 1')]).lost).toEqual(unanswered);
  });

  it('does not take a service’s own fact for a message', () => {
    expect(found([['order', event(1, 'tributary.order.captured.v1')]]).lost).toEqual([]);
  });
});
