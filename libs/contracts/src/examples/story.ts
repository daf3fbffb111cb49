/**
 * What the examples tell of: in March 2026 Ada Lovelace orders two mugs, sent from the store in Leeds, and a
 * teapot that she collects in York. Other orders and sales appear where something else has to happen.
 */
export const orderId = 'web.100045';
export const saleId = 'pos.L1-20260302-0017';
/** On which a mug came back and a teapot was sold. */
export const exchangeId = 'pos.L1-20260305-0004';
export const mug = 'MUG-BLUE';
export const teapot = 'TEAPOT-WHITE';

export const address = {
  name: 'Ada Lovelace',
  street: '12 Briggate',
  city: 'Leeds',
  region: 'West Yorkshire',
  postalCode: 'LS1 6HD',
  country: 'GB',
  coordinates: { latitude: 53.797, longitude: -1.542 },
};

/** The middle of her part of Leeds. */
export const middleOfLeeds = { latitude: 53.7976, longitude: -1.5459 };
export const postalAreas = { country: 'GB', areas: [{ postalCode: 'LS1', ...middleOfLeeds }] };

/** Her sister’s: where the mugs go after all. */
export const otherAddress = {
  ...address,
  name: 'Medora Leigh',
  street: '3 Park Row',
  postalCode: 'LS1 5HD',
  coordinates: { latitude: 53.798, longitude: -1.547 },
};

export const customer = {
  id: 'C-2041',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  phone: '+44 113 496 0000',
};

const oldId = { customerId: customer.id, by: 'id', value: 'C-877' } as const;
/** The shop’s old file knew her, too. */
export const linkedCustomer = {
  ...oldId,
  why: 'She says she had an account before she moved.',
  evidence: ['Receipt 4711 of the old account'],
};
export const unlinkedCustomer = { ...oldId, why: 'C-877 is her sister.' };

/** Minor units: mugs 2 × 990, the teapot at an agreed price, the postage. */
export const total = 4_670;
export const charges = [{ code: 'shipping', name: 'Standard delivery', amount: 490 }];
export const payments = [{ paymentId: 'P-1', method: 'card', amount: total, status: 'authorised' as const }];

export const mugs = { lineId: '1', sku: mug, quantity: 2 };
export const oneMug = { ...mugs, quantity: 1 };
export const oneTeapot = { lineId: '2', sku: teapot, quantity: 1 };
export const pricedMugs = { ...mugs, name: 'Blue mug', unitPrice: '9.90', amount: 1_980 };
export const mugPrices = [{ currency: 'EUR', unitPrice: '9.90' }];
export const pricedTeapot = { ...oneTeapot, name: 'White teapot', unitPrice: '24.90', amount: 2_200 };

export const sentFromLeeds = { fulfilmentId: 'S1-leeds', location: 'leeds' };
export const collectedInYork = { fulfilmentId: 'P1-york', location: 'york' };
export const fulfilments = [
  { ...sentFromLeeds, method: 'ship' as const, lines: [mugs] },
  { ...collectedInYork, method: 'pickup' as const, lines: [oneTeapot] },
];

export const shipment = { shipmentId: 'SH-7001', carrier: 'Parcel North', tracking: 'PN480015163GB' };
/** Serial numbers of the mugs, and of the teapot. */
export const mugSerials = ['MB-26-00417', 'MB-26-00418'];
export const teapotSerial = 'TW-25-01931';
export const decisionId = `${orderId}/1`;
/** Asked for by a person; the payment system tells what became of it. */
export const askedRefund = { refundId: 'RR-14-1', paymentId: 'P-1', amount: 300 };
export const returnId = 'R-310';
export const purchaseOrder = 'PO-8812';

export const store = {
  locationId: 'leeds',
  name: 'Leeds, Briggate',
  kind: 'store' as const,
  address: { ...address, name: 'Tributary Leeds', street: '40 Briggate' },
  zone: 'Europe/London',
  capabilities: ['ship' as const, 'pickup' as const],
  active: true,
};

/** The key of the web shop, and who looks after the messages that need a person. */
export const keyId = 'b1f5a8de-41c5-4a3f-8f3c-2f0d5f7f9a10';
export const operator = 'ops:3f1b8c52-7a7e-4f1d-9c55-0a4be5d2f7aa';

/** Names of messages and events. */
export const messageId = '0f8a4c9e-6d0b-5a57-9c0e-1d2f3a4b5c6d';
export const eventId = '019cae11-5d40-7c3a-8f21-9b7e6a5d4c3b';
export const source = 'urn:shop:web';

export const placedAt = '2026-03-02T09:14:05.000Z';
export const packedAt = '2026-03-02T13:40:00.000Z';
export const promisedBy = '2026-03-05T16:00:00.000Z';
export const deliveredAt = '2026-03-04T11:05:00.000Z';
export const returnedAt = '2026-03-10T15:20:00.000Z';

/** Position of a list, as its answer gives it: nobody reads what is in it. */
export const cursor = 'WyIyMDI2LTAzLTAyIiwid2ViLjEwMDA0NSJd';
