import type { OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** When the last goods of an order left or arrived, UTC ISO 8601; empty while none did. */
export interface Gone {
  readonly goneAt: string;
  /** When the last that are known to have reached the customer did. */
  readonly arrivedAt: string;
}

export const placedGone = ({ completedAt }: Pick<OrderPlaced, 'completedAt'>): Gone => ({
  goneAt: completedAt ?? '',
  arrivedAt: completedAt ?? '',
});

interface Moment {
  readonly time?: string;
}

const later = (one: string, other = ''): string => (other > one ? other : one);

const wentAt = ({ goneAt }: Gone, { time }: Moment): Pick<Gone, 'goneAt'> => ({
  goneAt: later(goneAt, time),
});

const reachedAt = (gone: Gone, { time }: Moment): Gone => ({
  ...wentAt(gone, { ...(time && { time }) }),
  arrivedAt: later(gone.arrivedAt, time),
});

export const goneChanges = {
  'tributary.order.shipped.v1': wentAt,
  'tributary.order.delivered.v1': reachedAt,
  'tributary.order.handed-over.v1': reachedAt,
} satisfies Changes<Gone>;
