import {
  changedAttributes,
  declaredAttributes,
  lineAttributes,
  orderAttributes,
  unfitAttribute,
} from './attributes.ts';
import { holdRules } from './hold-rules.ts';
import { changeExamples } from './changes.ts';
import { segments } from './segments.ts';
import { timelinePolicy } from './timeline-policy.ts';
import { orderViewExamples, orderViewId } from './order-views.ts';
import type { FactExamples } from './tables.ts';
import {
  address,
  askedRefund,
  charges,
  collectedInYork,
  customer,
  decisionId,
  deliveredAt,
  exchangeId,
  fulfilments,
  keyId,
  messageId,
  mug,
  mugSerials,
  mugs,
  oneMug,
  oneTeapot,
  orderId,
  otherAddress,
  payments,
  placedAt,
  pricedMugs,
  pricedTeapot,
  promisedBy,
  returnId,
  saleId,
  sentFromLeeds,
  shipment,
  teapot,
  teapotSerial,
  total,
} from './story.ts';

type OrderExamples = FactExamples<'order'>;

const ofMugs = { orderId, ...sentFromLeeds };
const ofTeapot = { orderId, ...collectedInYork };
const heldMug = { ...oneMug, ...sentFromLeeds };
const heldTeapot = { ...oneTeapot, ...collectedInYork };
const { shipmentId } = shipment;
const told = { orderId, messageId, messageType: 'tributary.shipment.delivered.v1' };

const proposed = {
  orderId,
  proposalId: 'CP-1',
  because: ['Line 1 would be 45 % below its price; 30 % is the limit.'],
  difference: -450,
};

const placing = {
  'tributary.order.placed.v2': [
    {
      orderId,
      channel: 'web',
      number: '100045',
      kind: 'order',
      customer,
      shipTo: address,
      currency: 'EUR',
      lines: [
        { ...pricedMugs, method: 'ship', promisedBy, attributes: lineAttributes },
        { ...pricedTeapot, method: 'pickup', pickupAt: 'york', promisedBy },
      ],
      charges,
      payments,
      total,
      whenShort: 'backorder',
      attributes: orderAttributes,
      unfit: [unfitAttribute],
      holds: [
        { reason: 'fraud', note: 'A new customer, and a large order.', since: placedAt },
        { reason: 'payment', until: 'paid', since: placedAt, rule: 'Unpaid' },
      ],
      note: 'Please wrap the mugs.',
    },
    {
      orderId: saleId,
      channel: 'pos',
      number: 'L1-20260302-0017',
      kind: 'sale',
      location: 'leeds',
      businessDate: '2026-03-02',
      currency: 'EUR',
      lines: [{ lineId: '1', sku: mug, quantity: 1, unitPrice: '9.90', amount: 990, method: 'carry-out' }],
      charges: [],
      payments: [{ paymentId: 'P-1', method: 'cash', amount: 990, status: 'captured' }],
      serials: [{ lineId: '1', serials: ['MB-26-00305'] }],
      total: 990,
      whenShort: 'backorder',
      completedAt: '2026-03-02T10:02:00Z',
    },
    {
      orderId: 'marketplace-eu.M-77120',
      channel: 'marketplace-eu',
      number: 'M-77120',
      kind: 'order',
      currency: 'EUR',
      lines: [{ ...pricedMugs, method: 'ship' }],
      charges: [],
      payments: [],
      total: 1_980,
      whenShort: 'backorder',
      sourcing: 'elsewhere',
    },
  ],
  'tributary.order.history-completed.v1': [
    {
      orderId,
      lines: [
        { ...pricedTeapot, method: 'pickup', pickupAt: 'york', promisedBy, attributes: lineAttributes },
      ],
      charges,
      total,
    },
  ],
  'tributary.order.delivery-address-changed.v1': [
    { orderId, shipTo: otherAddress, reason: 'They are a present for her sister.' },
  ],
  'tributary.order.changed.v1': [
    {
      orderId,
      lines: [
        {
          ...pricedMugs,
          quantity: 3,
          unitPrice: '8.90',
          amount: 2_670,
          method: 'ship',
          promisedBy,
          attributes: lineAttributes,
        },
        { ...pricedTeapot, method: 'pickup', pickupAt: 'leeds' },
      ],
      cancelled: [],
      anew: [oneTeapot],
      toSource: [oneMug, oneTeapot],
      release: [heldTeapot],
      waited: [oneTeapot],
      charges: [{ code: 'voucher', name: 'For the delay', amount: -200 }],
      prices: [{ lineId: '1', from: '9.90', reason: 'The price of the catalogue.' }],
      promises: [{ lineId: '2', promisedBy }],
      attributes: changedAttributes,
      shipTo: otherAddress,
      customer,
      note: 'Please wrap all of it.',
      total: 5_160,
      difference: 490,
      reason: 'She called.',
    },
    {
      orderId,
      lines: [],
      cancelled: [oneMug],
      anew: [],
      toSource: [],
      release: [heldMug],
      charges: [],
      prices: [],
      total,
      difference: -990,
    },
  ],
  'tributary.order.change-proposed.v1': [
    { ...proposed, asked: changeExamples[0] },
    { ...proposed, proposalId: 'CP-2', asked: changeExamples[1] },
  ],
  'tributary.order.proposal-closed.v1': [
    { orderId, proposalId: 'CP-1', outcome: 'refused', reason: 'It was the price of last year.' },
  ],
  'tributary.hold.rules-set.v1': [holdRules],
  'tributary.attribute.declared.v1': [declaredAttributes],
  'tributary.segment.defined.v1': [segments],
  'tributary.timeline.policy-set.v1': [timelinePolicy],
  'tributary.order-view.saved.v1': [
    { ...orderViewExamples[0], viewId: orderViewId, keyId },
    { ...orderViewExamples[1], viewId: 'mugs', keyId },
  ],
  'tributary.order-view.removed.v1': [{ viewId: orderViewId }],
  'tributary.approval.limits-set.v1': [
    {
      csr: { price: 30, discount: 20 },
      integrator: { price: 100, discount: 100 },
      supervisor: { price: 60, discount: 50 },
    },
  ],
  'tributary.order.cancelled.v1': [
    { orderId, lines: [oneMug], release: [heldMug], reason: 'One mug is enough.' },
    { orderId: 'web.100046', lines: [mugs], release: [], waited: [mugs] },
  ],
} satisfies Partial<OrderExamples>;

const holding = {
  'tributary.order.held.v1': [
    {
      orderId,
      reason: 'payment',
      until: 'paid',
      note: 'The card was refused; she pays by transfer.',
      since: placedAt,
    },
  ],
  'tributary.order.hold-released.v1': [
    { orderId, reason: 'payment', upTo: placedAt, because: 'paid', stillHeld: true },
    {
      orderId,
      reason: 'fraud',
      upTo: '2026-03-02T10:15:00Z',
      note: 'Known from the store in Leeds.',
      toSource: [mugs, oneTeapot],
    },
  ],
} satisfies Partial<OrderExamples>;

const messagesKept = {
  'tributary.order.fact-parked.v1': [
    {
      ...told,
      occurredAt: deliveredAt,
      waitsFor: 'shipment',
      waitedFor: 'capture',
      data: { orderId, shipmentId, signedBy: 'A. Lovelace' },
    },
  ],
  'tributary.order.fact-resumed.v1': [{ ...told, waitedFor: 'shipment' }],
  'tributary.order.fact-ignored.v1': [
    { ...told, code: 'already-delivered', reason: 'Shipment SH-7001 was delivered before.' },
  ],
} satisfies Partial<OrderExamples>;

const sourcing = {
  'tributary.order.allocated.v1': [
    { orderId, decisionId, attempt: 1, fulfilments },
    { orderId, decisionId: `${orderId}/2`, attempt: 2, fulfilments: [fulfilments[1]!], waited: [oneTeapot] },
  ],
  'tributary.order.allocation-declined.v1': [
    { orderId, decisionId, reason: 'One mug was cancelled meanwhile.', release: [heldMug] },
  ],
  'tributary.order.allocation-lost.v1': [
    {
      ...ofTeapot,
      method: 'pickup',
      lines: [oneTeapot],
      reason: 'counted fewer than promised',
    },
  ],
  'tributary.order.backordered.v1': [
    { orderId, decisionId, lines: [oneTeapot], reason: 'not enough stock in the network' },
  ],
  'tributary.order.rejected.v1': [
    {
      orderId,
      decisionId,
      reason: 'not enough stock in the network',
      lines: [mugs, oneTeapot],
      release: [heldMug],
      waited: [oneTeapot],
    },
  ],
  'tributary.order.pickup-decided.v1': [
    {
      orderId,
      choice: 'collect-elsewhere',
      lines: [oneTeapot],
      pickupAt: 'leeds',
      waited: [oneTeapot],
      reason: 'She works in Leeds.',
    },
    { orderId, choice: 'ship', lines: [oneTeapot], shipTo: otherAddress },
  ],
} satisfies Partial<OrderExamples>;

/** One mug went out after it had been cancelled; York, where a teapot was held too, need not hold it any more. */
const leftOtherwise = {
  beyond: [{ ...oneMug, because: 'cancelled' as const, countsAs: 'cancelled' as const }],
  release: [heldTeapot],
  waited: [oneTeapot],
};

const askedBack = { orderId, lines: [heldMug], reason: 'One mug is enough.' };
const fulfilling = {
  'tributary.order.cancel-asked.v1': [askedBack],
  'tributary.order.cancel-declined.v1': [{ ...askedBack, reason: 'The parcel is closed.' }],
  'tributary.order.fulfilment-reported.v1': [{ ...ofMugs, method: 'ship' }],
  'tributary.order.fulfilment-accepted.v1': [ofMugs],
  'tributary.order.fulfilment-picked.v1': [{ ...ofMugs, lines: [mugs] }],
  'tributary.order.fulfilment-shorted.v1': [
    { ...ofTeapot, method: 'pickup', lines: [{ ...oneTeapot, reason: 'damaged' }] },
  ],
  'tributary.order.fulfilment-packed.v1': [ofMugs],
  'tributary.order.shipped.v1': [
    { ...ofMugs, ...shipment, lines: [mugs], serials: [{ lineId: '1', serials: mugSerials }] },
    { ...ofMugs, shipmentId, lines: [oneMug], ...leftOtherwise },
  ],
  'tributary.order.tracked.v1': [
    { orderId, shipmentId, status: 'out-for-delivery', place: 'Depot Leeds South' },
  ],
  'tributary.order.delivered.v1': [{ orderId, shipmentId, lines: [mugs], signedBy: 'A. Lovelace' }],
  'tributary.order.pickup-ready.v1': [{ ...ofTeapot, until: '2026-03-09T18:00:00Z' }],
  'tributary.order.handed-over.v1': [
    {
      ...ofTeapot,
      lines: [oneTeapot],
      collectedBy: 'Ada Lovelace',
      serials: [{ lineId: '2', serials: [teapotSerial] }],
    },
    { ...ofTeapot, lines: [oneTeapot], ...leftOtherwise },
  ],
} satisfies Partial<OrderExamples>;

const paying = {
  'tributary.order.payment-authorised.v1': [{ orderId, paymentId: 'P-1', amount: total, method: 'card' }],
  'tributary.order.payment-captured.v1': [
    {
      orderId,
      paymentId: 'P-1',
      captureId: 'CAP-1',
      capturedAt: placedAt,
      amount: 2_470,
      method: 'card',
    },
  ],
  'tributary.order.payment-failed.v1': [{ orderId, paymentId: 'P-2', reason: 'The account has no cover.' }],
  'tributary.order.payment-voided.v1': [
    { orderId, paymentId: 'P-3', reason: 'The customer pays by card instead.' },
  ],
  'tributary.order.payment-expired.v1': [{ orderId, paymentId: 'P-4', reason: 'Seven days went by.' }],
  'tributary.order.refunded.v1': [
    { orderId, refundId: 'RF-1', paymentId: 'P-1', amount: 990, reason: 'One mug came back.' },
    { orderId, refundId: 'EX-15', amount: 891, exchangedFor: 'desk.3107', reason: 'Exchange for RMA-1' },
  ],
  'tributary.order.refund-requested.v1': [
    {
      orderId,
      refunds: [{ ...askedRefund, method: 'card' }],
      amount: askedRefund.amount,
      reason: 'One mug was chipped.',
      goodwill: true,
    },
  ],
  'tributary.order.refund-failed.v1': [
    { orderId, refundId: askedRefund.refundId, reason: 'The card has expired.' },
  ],
} satisfies Partial<OrderExamples>;

const restocking = [{ code: 'restocking', name: 'Restocking fee', amount: 100 }];

export const unmatchedReturn = {
  returnId: 'R-311',
  location: 'leeds',
  currency: 'EUR',
  customer,
  lines: [
    {
      sku: teapot,
      name: 'White teapot',
      quantity: 1,
      unitPrice: '24.90',
      refund: 2_490,
      disposition: 'refurbish' as const,
    },
  ],
  charges: restocking,
  refund: 2_390,
  reason: 'The lid does not fit.',
};

const authorised = { lineId: '1', sku: mug, quantity: 1, reason: 'changed-mind' };

const comingBack = {
  'tributary.order.return-authorised.v1': [
    {
      orderId,
      returnId: 'RMA-1',
      lines: [authorised],
      worth: 990,
      location: 'leeds',
      until: '2026-04-03T11:05:00Z',
      note: 'She brings it on Saturday.',
    },
    { orderId, returnId: 'RMA-2', lines: [authorised], worth: 990, despite: 'She was ill.' },
  ],
  'tributary.order.return-called-off.v1': [{ orderId, returnId: 'RMA-1', reason: 'She keeps it.' }],
  'tributary.order.withdrawn.v1': [
    {
      orderId,
      withdrawalId: 'W-1',
      declaredAt: '2026-03-12T08:30:00.000Z',
      lines: [mugs],
      cancelled: [oneMug],
      returnId: 'RMA-1',
      sendBackBy: '2026-03-26T23:59:59.999Z',
      worth: 1_980,
      name: 'Ada Lovelace',
      contact: 'ada@example.com',
      statement: 'I withdraw from my contract of sale for the mugs.',
    },
  ],
  'tributary.return.policy-set.v1': [
    {
      days: 30,
      withdrawalDays: 30,
      noWithdrawal: { skus: ['MUG-ENGRAVED'] },
      reasons: [
        { code: 'changed-mind', name: 'Changed their mind', feePercent: 10 },
        { code: 'withdrawal', name: 'Withdrawal by the consumer', days: 14, givesBackCharges: true },
      ],
    },
  ],
  'tributary.order.returned.v1': [
    {
      orderId,
      returnId,
      location: 'leeds',
      lines: [{ ...oneMug, disposition: 'restock', refund: 990 }],
      serials: [{ lineId: '1', serials: [mugSerials[0]!] }],
      charges: restocking,
      refund: 890,
      reason: 'One mug is enough.',
    },
    {
      orderId,
      returnId: 'R-312',
      lines: [{ ...mugs, beyond: 1, disposition: 'damaged' }],
      refund: 0,
    },
    {
      orderId,
      returnId: 'RMA-1',
      location: 'leeds',
      lines: [{ ...oneMug, disposition: 'restock', reason: 'changed-mind', refund: 990 }],
      charges: [{ code: 'return-fee', name: 'Return fee', amount: 99 }],
      refund: 0,
      credited: 891,
    },
  ],
  'tributary.order.goods-taken-back.v1': [
    {
      orderId: exchangeId,
      location: 'leeds',
      businessDate: '2026-03-05',
      currency: 'EUR',
      lines: [
        {
          lineId: '1',
          returnOf: { orderId, lineId: '1' },
          sku: mug,
          quantity: 1,
          disposition: 'restock',
          refund: 990,
          serials: [mugSerials[1]!],
        },
      ],
      refund: 990,
      givenBy: [{ method: 'exchange', amount: 990 }],
    },
  ],
  'tributary.return.unmatched.v1': [
    unmatchedReturn,
    {
      ...unmatchedReturn,
      lines: unmatchedReturn.lines.map((line) => ({
        ...line,
        reason: 'changed-mind',
        serials: [teapotSerial],
      })),
      givenAs: 'store-credit',
    },
  ],
  'tributary.return.fact-ignored.v1': [
    {
      returnId: unmatchedReturn.returnId,
      messageId: told.messageId,
      messageType: 'tributary.return.received.v1',
      code: 'already-returned',
      reason: 'Return R-311 is known.',
    },
  ],
} satisfies Partial<OrderExamples>;

export const orderExamples: OrderExamples = {
  ...placing,
  ...holding,
  ...messagesKept,
  ...sourcing,
  ...fulfilling,
  ...paying,
  ...comingBack,
};
