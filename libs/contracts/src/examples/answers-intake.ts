import type * as intake from '../answers/intake.ts';
import { choice, fault, invalid } from './answers-problem.ts';
import { cursor, eventId, messageId, operator, orderId, placedAt, shipment, source } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type Intake = ExamplesOf<typeof intake>;

const warning = {
  code: 'unknown-location' as const,
  pointer: '/data/lines/1/pickupAt',
  message:
    'No location york is defined: nothing there can be sold. Define it by tributary.location.updated.v1, or PUT /v1/locations/{id}.',
};
const accepted = { status: 'accepted' as const, messageId: eventId, id: 'order-100045', warnings: [warning] };
const refused = {
  status: 'quarantined' as const,
  messageId,
  id: 'order-100046',
  code: 'invalid-data',
  reason: '/data/lines/0/quantity: This has to be more than 0.',
  errors: [fault, choice],
};

const quarantined: Intake['InboxMessage'][0] = {
  messageId,
  state: 'quarantined',
  code: refused.code,
  reason: refused.reason,
  faults: [fault, choice],
  source,
  type: 'tributary.order.captured.v1',
  receivedAt: '2026-03-02T09:14:06.120Z',
  raw: '{"specversion":"1.0","id":"order-100046","source":"urn:shop:web","type":"tributary.order.captured.v1","data":{',
  rawLength: 2_310,
};
const dismissed: Intake['InboxMessage'][0] = {
  ...quarantined,
  state: 'dismissed',
  code: 'too-large',
  reason: 'A single event has at most 1,000,000 bytes.',
  faults: [],
  whole: {
    bytes: 1_204_331,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  dismissed: {
    by: operator,
    at: '2026-03-02T10:00:00.000Z',
    reason: 'A test of the shop.',
  },
};
const released: Intake['InboxMessage'][0] = {
  ...quarantined,
  state: 'released',
  released: {
    by: operator,
    at: '2026-03-02T10:00:00.000Z',
    eventId,
    reason: 'The shop sent it by an old version.',
    corrections: [{ pointer: '/data/lines/0/quantity', before: '0', after: '2' }],
  },
};
const done: Intake['MessageResult'][0] = { messageId, outcome: 'done' };
const stillWrong: Intake['MessageResult'][0] = {
  messageId: '5d3b6f0a-2c1e-5b8d-8e7f-60718293a4b5',
  outcome: 'refused',
  code: refused.code,
  detail: 'The data does not fit tributary.order.captured.v1.',
  errors: [fault, choice],
};
const parked: Intake['InboxMessage'][0] = {
  messageId: '5d3b6f0a-2c1e-5b8d-8e7f-60718293a4b5',
  state: 'parked',
  code: 'handler-failed',
  reason: 'RangeError: version 12 was expected, 14 came',
  faults: [],
  receivedAt: '2026-03-04T11:05:02.340Z',
  parked: {
    group: 'repository-orders',
    partition: 'tributary.order.v1:4:3f9c2a1e',
    position: 9_120,
    eventId,
  },
};

const unknownName = {
  kind: 'location' as const,
  name: 'york',
  pointer: '/data/lines/1/pickupAt',
  messageId,
  messageType: 'tributary.order.captured.v1',
  source,
  since: placedAt,
};

const counts = { rows: 1_000, accepted: 941, duplicates: 12, quarantined: 3 };

export const intakeAnswers: Intake = {
  IntakeWarning: [warning],
  TakenMessage: [accepted, refused],
  TakenMessages: [{ results: [accepted, refused] }],
  InboxMessage: [quarantined, dismissed, released, parked],
  InboxMessages: [{ items: [quarantined], next: cursor, open: 1 }],
  MessageResult: [done, stillWrong],
  MessageResults: [{ results: [done, stillWrong] }],
  ReleasedMessage: [
    {
      messageId,
      state: 'released',
      event: {
        id: 'order-100046',
        source,
        type: 'tributary.shipment.delivered.v1',
        time: placedAt,
        data: { orderId, shipmentId: shipment.shipmentId },
        key: orderId,
        attributes: { correlationid: 'basket-5512' },
      },
    },
  ],
  DismissedMessage: [{ messageId, state: 'dismissed' }],
  DismissedMessages: [{ dismissed: 1_000, more: true }],
  UnknownName: [unknownName],
  UnknownNames: [{ items: [unknownName], next: cursor }],
  ImportLine: [
    { kind: 'progress', counts },
    { kind: 'done', counts, report: { rowsRead: 1_000, rowsApplied: 956, rowsSkipped: 44 } },
    { kind: 'failed', problem: invalid },
  ],
};
