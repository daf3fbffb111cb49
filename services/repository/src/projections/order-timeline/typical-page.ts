/** Facts of orders as they commonly go, those told most often last: what a packed page is made small by. */

const orderId = 'web.1000';
const order = { orderId };
const lines = [
  { lineId: '1', sku: 'SKU-1', quantity: 1 },
  { lineId: '2', sku: 'SKU-2', quantity: 2 },
];
const placedLine = { lineId: '1', sku: 'SKU-1', name: '', quantity: 1, unitPrice: '10.00', amount: 1000 };
const fulfilment = { fulfilmentId: 'S1-dc-1', location: 'store-1' };
const held = { ...order, ...fulfilment };
const told = {
  messageId: '8a52fe30-c6b9-8e38-a1a5-e7155d4ad38e',
  messageType: 'tributary.payment.captured.v1',
};
const decision = { ...order, decisionId: `${orderId}/1`, attempt: 1 };

const byName: Readonly<Record<string, object>> = {
  'sourcing.settled': { ...order, decisionId: `${orderId}/2`, outcome: 'taken-up' },
  'sourcing.decided': {
    ...decision,
    cause: 'placed',
    ruleSet: { ruleSetId: 'default', version: 1 },
    outcome: 'planned',
    fulfilments: [{ ...fulfilment, method: 'pickup', lines }],
    unsourced: [{ ...lines[0], reason: 'not enough stock in the network' }],
    cost: { currency: 'EUR', total: 815, packages: 450, units: 240, distance: 125 },
    excluded: [],
    candidates: 2,
  },
  'order.fact-parked': {
    ...order,
    ...told,
    occurredAt: '2026-01-01T00:00:00.000Z',
    waitsFor: 'capture',
    data: order,
  },
  'order.fact-resumed': { ...order, ...told, waitedFor: 'capture' },
  'order.fact-ignored': { ...order, ...told, code: 'already-captured', reason: ' was captured before.' },
  'order.cancelled': {
    ...order,
    lines,
    release: [{ ...lines[0], ...fulfilment }],
    reason: 'changed my mind',
  },
  'order.backordered': {
    ...order,
    decisionId: `${orderId}/1`,
    lines,
    reason: 'not enough stock in the network',
  },
  'order.fulfilment-shorted': { ...held, method: 'ship', lines: [{ ...lines[0], reason: 'damaged' }] },
  'order.returned': {
    ...order,
    returnId: 'R-1',
    location: 'store-1',
    lines: [{ ...lines[0], disposition: 'restock', refund: 1000 }],
    refund: 1000,
  },
  'order.refunded': { ...order, refundId: 'RF-1', paymentId: 'P-1', amount: 1000, method: 'card' },
  'order.pickup-ready': held,
  'order.handed-over': { ...held, lines, collectedBy: '' },
  'order.tracked': { ...order, shipmentId: 'SH-1', status: 'out-for-delivery', place: '' },
  'order.delivered': { ...order, shipmentId: 'SH-1', lines, signedBy: '' },
  'order.payment-authorised': { ...order, paymentId: 'P-1', amount: 1000, method: 'card' },
  'order.payment-captured': {
    ...order,
    paymentId: 'P-1',
    captureId: 'C-1',
    capturedAt: '2026-01-01T00:00:00.000Z',
    amount: 1000,
    method: 'card',
  },
  'order.fulfilment-accepted': held,
  'order.fulfilment-picked': { ...held, lines },
  'order.fulfilment-packed': held,
  'order.shipped': { ...held, shipmentId: 'SH-1', carrier: 'DHL', tracking: 'JD01', lines },
  'order.placed': {
    ...order,
    channel: 'web',
    number: '1000',
    currency: 'EUR',
    customer: { id: 'C-1', name: '', email: '@example.com', phone: '+49' },
    shipTo: {
      name: '',
      street: '',
      city: '',
      postalCode: '',
      country: 'DE',
      coordinates: { latitude: 5, longitude: 1 },
    },
    lines: [
      { ...placedLine, method: 'pickup', pickupAt: 'store-1' },
      { ...placedLine, lineId: '2', sku: 'SKU-2', quantity: 2, method: 'ship' },
    ],
    charges: [{ code: 'shipping', amount: 490 }],
    payments: [{ paymentId: 'P-1', method: 'card', amount: 1000, status: 'authorised' }],
    total: 1000,
    kind: 'order',
    whenShort: 'backorder',
  },
  'order.allocated': { ...decision, fulfilments: [{ ...fulfilment, method: 'ship', lines }] },
};

/** JSON of such a page, as `TimelinePage` is written. */
export const typicalPage: string = JSON.stringify({
  facts: Object.entries(byName).map(([name, data], at) => ({
    id: '01a22da1-61dd-8358-a526-12f31d78fe59',
    type: `tributary.${name}.v${name === 'order.placed' ? 2 : 1}`,
    time: '2026-01-01T00:00:00.000Z',
    recordedTime: '2026-01-01T00:00:00.000Z',
    version: at + 1,
    data,
    metadata: {
      source: `tributary/${name.split('.')[0]}`,
      origin: 'urn:',
      actor: 'integrator:',
      imported: true,
    },
  })),
});
