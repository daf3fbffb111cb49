import type * as trace from '../answers/trace.ts';
import { eventId, keyId, messageId, mug, orderId, source, store } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const placedId = '019cae11-5a10-8b21-a4c6-2f1e0d9c8b7a';
const at = '2026-03-02T09:14:05.120Z';

export const traceAnswers: ExamplesOf<typeof trace> = {
  Trace: [
    {
      eventId,
      orderId,
      nodes: [
        {
          id: messageId,
          kind: 'message',
          type: 'tributary.order.captured.v1',
          summary: 'A channel took an order',
          system: 'outside',
          source,
          actor: 'ann@shop.example',
          submittedBy: `integrator:${keyId}`,
          at,
          recordedAt: '2026-03-02T09:14:05.204Z',
          about: { orderId, returnId: 'RMA-1', sku: mug, location: store.locationId },
        },
        {
          id: placedId,
          kind: 'fact',
          type: 'tributary.order.placed.v2',
          summary: 'An order was placed',
          system: 'order',
          source: 'tributary/order',
          at,
          recordedAt: '2026-03-02T09:14:05.231Z',
          about: { orderId },
        },
      ],
      edges: [{ from: messageId, to: placedId, how: 'caused' }],
      more: true,
    },
  ],
};
