import type { OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** When the last goods of an order left or arrived, UTC ISO 8601; empty while none did. */
export interface Gone {
  readonly goneAt: string;
}

export const placedGone = ({ completedAt }: Pick<OrderPlaced, 'completedAt'>): Gone => ({
  goneAt: completedAt ?? '',
});

const wentAt = ({ goneAt }: Gone, { time = '' }: { readonly time?: string }): Gone => ({
  goneAt: time > goneAt ? time : goneAt,
});

export const goneChanges = {
  'tributary.order.shipped.v1': wentAt,
  'tributary.order.delivered.v1': wentAt,
  'tributary.order.handed-over.v1': wentAt,
} satisfies Changes<Gone>;
