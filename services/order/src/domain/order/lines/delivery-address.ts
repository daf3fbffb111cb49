import type { InboundData } from '@tributary/contracts';
import type { Captured } from '../order.ts';
import { type Reading, applied, ignored } from '../reading.ts';

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
