import type { StateExamples } from './tables.ts';
import { mug, orderId, packedAt } from './story.ts';

export const stateExamples: StateExamples = {
  'tributary.state.stock.v1': [
    {
      sku: mug,
      location: 'leeds',
      onHand: 71,
      reserved: 2,
      updatedAt: packedAt,
      through: { partition: 'tributary.inventory.v1:7:3f9c2a1e', offset: 48_213 },
    },
  ],
  'tributary.state.orders.v1': [{ orderId, channel: 'web', status: 'allocated', rev: 4 }],
};
