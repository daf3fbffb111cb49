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
