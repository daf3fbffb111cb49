import type * as order from '../answers/order.ts';
import {
  address,
  askedRefund,
  charges,
  collectedInYork,
  cursor,
  customer,
  deliveredAt,
  eventId,
  keyId,
  messageId,
  mug,
  mugSerials,
  mugs,
  oneMug,
  oneTeapot,
  orderId,
  packedAt,
  placedAt,
  pricedMugs,
  pricedTeapot,
  promisedBy,
  returnedAt,
  saleId,
  sentFromLeeds,
  shipment,
  source,
  teapot,
  total,
} from './story.ts';
import { declaredAttributes, lineAttributes, orderAttributes, unfitAttribute } from './attributes.ts';
import { holdRules } from './hold-rules.ts';
import { changeExamples } from './changes.ts';
import { cameBack, expectedReturn } from './answers-returns.ts';
import { withdrawal } from './answers-withdrawals.ts';
import type { ExamplesOf } from './with-examples.ts';

type OrderAnswers = ExamplesOf<typeof order>;

const none = {
  ordered: 0,
  cancelled: 0,
  allocated: 0,
  backordered: 0,
  fulfilled: 0,
  delivered: 0,
  returned: 0,
};
const sentMugs = { ...none, ordered: 2, fulfilled: 2, delivered: 2, returned: 1 };
const missingTeapot = { ...none, ordered: 1, undecided: 1 };

const identity = {
  orderId,
  channel: 'web',
  number: '100045',
  kind: 'order' as const,
  status: 'needs-decision' as const,
  placedAt,
  updatedAt: returnedAt,
};
const saleIdentity = {
  ...identity,
  orderId: saleId,
  channel: 'pos',
  number: 'L1-20260302-0017',
  kind: 'sale' as const,
  status: 'completed' as const,
};
const rev = 14;

const money: OrderAnswers['OrderMoney'][0] = {
  lines: 4_180,
  charges: 490,
  total,
  due: total - 890,
  authorised: total,
  captured: 2_470,
  refunded: 890,
  refundedForReturns: 890,
  owed: 2_200,
};
const uncovered = 2_200;
const lines: OrderAnswers['OrderPageLine'] = [
  {
    ...pricedMugs,
    method: 'ship',
    attributes: lineAttributes,
    serials: [{ serial: mugSerials[0]!, returned: true }, { serial: mugSerials[1]! }],
    quantities: sentMugs,
  },
  { ...pricedTeapot, method: 'pickup', pickupAt: 'york', promisedBy, quantities: missingTeapot },
];
const payment = {
  paymentId: 'P-1',
  method: 'card',
  amount: 2_470,
  status: 'captured' as const,
  authorised: total,
  capturedAt: placedAt,
  refunded: 890,
};
const sent = { ...shipment, status: 'delivered', at: deliveredAt };
const fulfilments: OrderAnswers['OrderFulfilment'] = [
  {
    ...sentFromLeeds,
    method: 'ship',
    status: 'delivered',
    lines: [mugs],
    shipments: [sent],
    updatedAt: deliveredAt,
  },
  {
    ...collectedInYork,
    method: 'pickup',
    status: 'short',
    lines: [oneTeapot],
    shipments: [],
    updatedAt: packedAt,
  },
];
const refund = {
  ...askedRefund,
  status: 'requested' as const,
  reason: 'One mug was chipped.',
  goodwill: true as const,
};
const waitingMessage = {
  messageId,
  messageType: 'tributary.shipment.delivered.v1',
  waitsFor: 'shipment' as const,
  at: deliveredAt,
  since: '2026-03-04T11:05:02.340Z',
};
const { since } = waitingMessage;

const heldMug = { ...oneMug, ...sentFromLeeds };
const hold = {
  reason: 'payment',
  until: 'paid' as const,
  note: 'The card was refused; she pays by transfer.',
  since: placedAt,
};

const queues = ['short', 'waiting'] as const;
const page: OrderAnswers['OrderPage'][0] = {
  ...identity,
  queues: [...queues],
  customer,
  shipTo: address,
  note: 'Please wrap the mugs.',
  attributes: orderAttributes,
  unfit: [unfitAttribute],
  currency: 'EUR',
  money,
  lines: [...lines],
  charges,
  payments: [payment],
  fulfilments: [...fulfilments],
  returns: [cameBack],
  expectedReturns: [expectedReturn],
  withdrawals: [withdrawal],
  waiting: [waitingMessage],
  askedToPutBack: [heldMug],
  rev,
};
const nothing = { charges: [], payments: [], fulfilments: [], returns: [], waiting: [] };
const pageOfSale: OrderAnswers['OrderPage'][0] = {
  ...saleIdentity,
  businessDate: '2026-03-02',
  location: 'leeds',
  imported: true,
  currency: 'EUR',
  money: { ...money, lines: 990, charges: 0, total: 990, authorised: 990, captured: 990, owed: 0 },
  lines: [],
  ...nothing,
  rev: 1,
};
const rejectedPage: OrderAnswers['OrderPage'][0] = {
  ...identity,
  status: 'rejected',
  currency: 'EUR',
  money,
  lines: [],
  ...nothing,
  rejected: true,
  refunds: [refund],
  more: {
    payments: 40,
    fulfilments: 12,
    returns: 3,
    refunds: 2,
    serials: 7,
    waiting: { messages: 2, since },
  },
  rev,
};

const proposal: OrderAnswers['ChangeProposal'][0] = {
  proposalId: 'CP-1',
  asked: changeExamples[0],
  because: ['Line 1 would be 45 % below its price; 30 % is the limit.'],
  difference: -450,
  at: placedAt,
};

const heldPage: OrderAnswers['OrderPage'][0] = {
  ...page,
  status: 'held',
  queues: ['held', 'short', 'proposals', 'waiting'],
  holds: [hold],
  proposals: [proposal],
};

export const row: OrderAnswers['OrderRow'][0] = {
  ...identity,
  customer: { id: customer.id, name: customer.name, email: customer.email },
  currency: 'EUR',
  total,
  lines: 2,
  units: 3,
  locations: ['leeds', 'york'],
  skus: [mug, teapot],
  dueAt: promisedBy,
  attributes: ['gift-wrap:festive', 'delivery-day:2026-03-05', 'engraving:Ada'],
  paidBy: ['card'],
  carriers: [shipment.carrier],
  returned: 1,
  queues: [...queues],
  short: { backordered: 0, undecided: 1 },
  waiting: { messages: 1, waitsFor: ['shipment'], since },
  rev,
};
const foundRow: OrderAnswers['FoundOrder'][0] = {
  ...row,
  found: [{ in: 'email', text: customer.email, at: [{ from: 0, to: 3 }] }],
};
export const saleRow: OrderAnswers['OrderRow'][0] = {
  ...saleIdentity,
  currency: 'EUR',
  total: 990,
  lines: 1,
  units: 1,
  locations: ['leeds'],
  skus: [mug],
  imported: true,
  rev: 1,
};

export const heldRow: OrderAnswers['OrderRow'][0] = {
  ...row,
  status: 'held',
  heldFor: [hold.reason],
  proposals: 1,
  queues: ['held', 'short', 'proposals', 'waiting'],
};

export const unpaidRow: OrderAnswers['OrderRow'][0] = {
  ...row,
  queues: ['short', 'unpaid', 'expired', 'waiting'],
  uncovered,
};

/** A cancellation left more taken than is due. */
export const refundRow: OrderAnswers['OrderRow'][0] = { ...row, queues: ['refund'], refundDue: 990 };

export const entry: OrderAnswers['TimelineEntry'][0] = {
  eventId,
  type: 'tributary.order.shipped.v1',
  at: packedAt,
  recordedAt: '2026-03-02T13:40:01.204Z',
  source,
  actor: 'clerk:17',
  submittedBy: `integrator:${keyId}`,
  summary: 'Shipped from leeds: 2 × MUG-BLUE, tracking PN480015163GB',
  data: { ...sentFromLeeds, ...shipment, lines: [mugs] },
  version: 6,
};

const answer: OrderAnswers['OrderAnswer'][0] = {
  orderId,
  rev,
  status: 'needs-decision',
  lines: [
    {
      lineId: '1',
      sku: mug,
      quantities: { ordered: 2, cancelled: 0, allocated: 2, backordered: 0, fulfilled: 0 },
    },
    {
      lineId: '2',
      sku: teapot,
      quantities: { ordered: 1, cancelled: 0, allocated: 0, backordered: 0, fulfilled: 0, undecided: 1 },
    },
  ],
  fulfilments: [{ ...sentFromLeeds, method: 'ship', lines: [mugs], stage: 'offered' }],
};

/** The order of the story: its mugs were sent, one of them came back, and York does not find its teapot. */
export const orderAnswers: OrderAnswers = {
  OrderQuantities: [sentMugs, { ...missingTeapot, leftThoughCancelled: 1, surplus: 1, returnedBeyond: 1 }],
  OrderMoney: [
    money,
    { ...money, authorised: 2_470, uncovered },
    { ...money, due: money.due - 891, credited: 891, owed: money.owed - 891 },
    { ...money, due: money.due - 2_200, cancelled: 2_200, refunded: 1_000, goodwill: 110, owed: 0 },
  ],
  LineSerial: [
    { serial: mugSerials[0]!, returned: true },
    { serial: 'MB-26-00305', returned: true, neverSent: true },
  ],
  OrderPageLine: [lines[1]!, lines[0]],
  OrderPayment: [payment, { ...payment, refundedByName: 890 }, { ...payment, ended: 'expired' }],
  OrderShipment: [sent],
  OrderFulfilment: [
    ...fulfilments,
    { ...fulfilments[0], fulfilmentId: 'WH-991', elsewhere: true, moreShipments: 4 },
  ],
  AskedRefund: [refund],
  OrderHold: [{ ...hold, rule: 'Unpaid' }],
  HoldRulesAnswer: [holdRules],
  DeclaredAttributesAnswer: [declaredAttributes],
  ChangeProposal: [proposal, { ...proposal, asked: changeExamples[1] }],
  ApprovalLimitsAnswer: [
    {
      csr: { price: 30, discount: 20 },
      integrator: { price: 100, discount: 100 },
      supervisor: { price: 60, discount: 50 },
    },
  ],
  OrderPage: [page, pageOfSale, rejectedPage, heldPage],
  OrderRow: [row, saleRow, heldRow, unpaidRow, refundRow],
  TimelineEntry: [entry, { ...entry, leftOutBy: 'parcels-under-way' }],
  OrderRows: [
    { items: [row], next: cursor },
    { items: [row], more: true },
    { items: [row], spelling: 'close' },
  ],
  FoundOrder: [foundRow, saleRow, heldRow, unpaidRow, refundRow],
  FoundOrders: [{ items: [foundRow] }, { items: [foundRow], spelling: 'close' }],
  Timeline: [
    { items: [entry], leftOut: 3, next: cursor },
    { items: [{ ...entry, leftOutBy: 'parcels-under-way' }], leftOut: 1 },
  ],
  OrderDifference: [
    {
      orderId,
      from: placedAt,
      to: deliveredAt,
      by: 'happened',
      changes: [
        { pointer: '/status', before: 'allocated', after: 'delivered' },
        {
          pointer: '/fulfilments/0/shipments/0',
          after: { shipmentId: 'SH-7001', status: 'delivered', at: deliveredAt },
        },
        { pointer: '/waiting/0', before: { messageId } },
      ],
      facts: [entry],
      more: 3,
    },
  ],
  OrderAnswer: [
    answer,
    { ...answer, status: 'held', holds: [hold], proposals: ['CP-1'] },
    { ...answer, refunds: [askedRefund], askedToPutBack: [heldMug] },
  ],
  ChangePreview: [
    {
      orderId,
      rev,
      currency: 'EUR',
      blocked: [],
      lines: [
        {
          lineId: '1',
          sku: mug,
          quantity: { before: 2, after: 3 },
          unitPrice: '9.90',
          due: { before: 1_980, after: 2_970 },
        },
      ],
      due: { before: total, after: total + 990 },
      difference: 990,
      toSource: [
        { ...oneMug, method: 'ship' },
        { ...oneTeapot, method: 'pickup', pickupAt: 'york' },
      ],
      promises: [{ lineId: '1', promisedBy }],
      release: [{ ...oneTeapot, location: 'york' }],
    },
    {
      orderId,
      rev,
      currency: 'EUR',
      blocked: [
        {
          pointer: '/changes/0',
          code: 'already-gone',
          reason: 'Of line 1 0 can be taken out; the others have left.',
        },
      ],
      lines: [],
      due: { before: total, after: total },
      difference: 0,
      toSource: [],
      promises: [],
      release: [],
    },
  ],
  WaitingMessage: [{ ...waitingMessage, orderId }],
  WaitingMessages: [{ items: [{ ...waitingMessage, orderId }], next: cursor }],
};
