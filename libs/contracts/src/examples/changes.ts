import type { z } from 'zod';
import type { ChangeOrder } from '../inbound/changes.ts';
import { lineAttributes } from './attributes.ts';
import { customer, mug, otherAddress, promisedBy, teapot } from './story.ts';

type Asked = z.input<typeof ChangeOrder>;

/** Ada Lovelace calls: a third mug at the price of the catalogue, and all of it to her sister. */
export const changeExamples: readonly [Asked, Asked] = [
  {
    changes: [
      { kind: 'set-quantity', lineId: '1', quantity: 3 },
      { kind: 'set-price', lineId: '1', unitPrice: '8.90', reason: 'The price of the catalogue.' },
      { kind: 'set-method', lineId: '2', method: 'ship' },
      { kind: 'set-promise', promisedBy },
      { kind: 'set-attributes', attributes: { 'gift-wrap': 'plain', 'delivery-day': null } },
      { kind: 'deliver-to', shipTo: otherAddress },
    ],
    reason: 'She called.',
  },
  {
    changes: [
      {
        kind: 'add-line',
        line: {
          lineId: '3',
          sku: mug,
          name: 'Blue mug',
          quantity: 1,
          unitPrice: '9.90',
          method: 'ship',
          promisedBy,
          attributes: lineAttributes,
        },
      },
      {
        kind: 'add-line',
        line: {
          lineId: '4',
          sku: teapot,
          quantity: 1,
          unitPrice: '24.90',
          method: 'pickup',
          pickupAt: 'york',
        },
      },
      { kind: 'set-method', lineId: '1', method: 'pickup', pickupAt: 'york' },
      { kind: 'set-promise', lineId: '3', promisedBy },
      { kind: 'set-attributes', lineId: '3', attributes: lineAttributes },
      { kind: 'contact', customer },
      { kind: 'add-charge', charge: { code: 'voucher', name: 'For the delay', amount: -200 } },
      { kind: 'note', note: 'Please wrap all of it.' },
    ],
  },
];
