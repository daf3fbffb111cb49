import type { InboundData, OrderPlaced } from '@tributary/contracts';
import type { Changes } from '../order-event.ts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored } from '../reading.ts';

/** Whether it is known where the order can be sent. */
export interface Delivery {
  readonly addressed: boolean;
}

export const placedDelivery = ({ shipTo }: OrderPlaced): Delivery => ({ addressed: shipTo !== undefined });

export const deliveryChanges = {
  'tributary.order.delivery-address-changed.v1': () => ({ addressed: true }),
  'tributary.order.pickup-decided.v1': ({ addressed }, { data }) => ({
    addressed: addressed || data.shipTo !== undefined,
  }),
} satisfies Changes<Delivery>;

/** The address may change as long as nothing has left. */
export const changeDeliveryAddress = (
  { change: { shipTo }, reason }: InboundData<'tributary.order.change-requested.v1'>,
  order: Captured,
): Reading =>
  order.lines.some(({ fulfilled }) => fulfilled > 0)
    ? ignored('already-on-its-way', 'Part of the order has left; the address can no longer be changed.')
    : applied({
        type: 'tributary.order.delivery-address-changed.v1',
        data: { orderId: order.orderId, shipTo, ...(reason && { reason }) },
      });
