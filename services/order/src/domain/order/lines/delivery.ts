import type { OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';

/** Whether it is known where the order can be sent. */
export interface Delivery {
  readonly addressed: boolean;
}

export const placedDelivery = ({ shipTo }: OrderPlaced): Delivery => ({ addressed: shipTo !== undefined });

export const deliveryChanges = {
  'tributary.order.delivery-address-changed.v1': () => ({ addressed: true }),
  'tributary.order.changed.v1': ({ addressed }, { data }) => ({
    addressed: addressed || data.shipTo !== undefined,
  }),
  'tributary.order.pickup-decided.v1': ({ addressed }, { data }) => ({
    addressed: addressed || data.shipTo !== undefined,
  }),
} satisfies Changes<Delivery>;
