import { mug, teapot } from './story.ts';

/** What is put right after it was compared. */
export const repairStockExamples = [
  {
    reason: 'reconciliation with the ERP of March 2nd',
    rows: [
      { sku: mug, location: 'leeds', onHand: 71, asOf: '2026-03-02T18:00:00Z' },
      { sku: teapot, location: 'leeds', onHand: 4 },
    ],
  },
];

/** What a shop believes of two orders. */
export const orderBeliefExamples = [
  [
    { channel: 'web', number: '1001', status: 'allocated', total: 5_960, currency: 'EUR', units: 3 },
    { orderId: 'web.1002', paid: 1_990, fulfilled: 1, returned: 0, asOf: '2026-03-02T18:00:00Z' },
  ],
];
