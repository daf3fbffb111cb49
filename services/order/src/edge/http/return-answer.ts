import type { OrderEvent } from '../../domain/order/order.ts';
import { refundOf } from '../../domain/order/return/refund.ts';

/** The fact that a command about a return came to, as its caller is answered. */
export const returnAnswer = (fact: OrderEvent) => {
  switch (fact.type) {
    case 'tributary.order.return-authorised.v1': {
      const { orderId, returnId, lines, worth, until } = fact.data;
      return { orderId, returnId, status: 'authorised' as const, lines, worth, ...(until && { until }) };
    }
    case 'tributary.order.returned.v1': {
      const { orderId, returnId, lines } = fact.data;
      return {
        orderId,
        returnId,
        status: 'received' as const,
        lines: lines.map(({ lineId, sku, quantity, reason, disposition, refund }) => ({
          lineId,
          sku,
          quantity,
          ...(reason && { reason }),
          disposition,
          ...(refund !== undefined && { worth: refund }),
        })),
        worth: Math.max(0, refundOf(fact.data)),
      };
    }
    case 'tributary.order.return-called-off.v1': {
      const { orderId, returnId } = fact.data;
      return { orderId, returnId, status: 'called-off' as const, lines: [] };
    }
    default:
      throw new Error(`${fact.type} is no fact of a return.`);
  }
};
