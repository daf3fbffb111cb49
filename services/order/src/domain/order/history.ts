import type { Charge, OrderPlaced, PlacedLine } from '@tributary/contracts';
import type { Fitted } from './attributes/declared.ts';
import { captureOrder } from './capture.ts';
import type { Captured, OrderEvent } from './order.ts';
import { type Reading, applied, ignored } from './reading.ts';
import type { Told } from './rule.ts';

/**
 * An order is placed once. But a file of history may be cut short inside an invoice: told again whole, the
 * order gets the rest, its lines and charges and what was paid for them. Told the other way round, the cut
 * one adds nothing.
 */
export const capturedAgain = (data: Fitted, order: Captured, { occurredAt }: Told): Reading => {
  const told = captureOrder(data, { orderId: order.orderId, time: occurredAt }, true);
  const rest = restOf(told, order);
  return rest
    ? applied(
        {
          type: 'tributary.order.history-completed.v1',
          data: { orderId: order.orderId, ...rest, total: told.total },
        },
        ...paidFor(told, order, occurredAt),
      )
    : ignored('already-captured', 'An order with this channel and number is known.');
};

interface Rest {
  readonly lines: PlacedLine[];
  readonly charges: Charge[];
}

/** What was told beyond what is known; nothing where it is not the same order and more, to the minor unit. */
const restOf = (told: OrderPlaced, order: Captured): Rest | undefined => {
  const { placement } = order;
  if (!order.complete || told.completedAt === undefined || placement.kind !== told.kind) return undefined;
  const isKnown = ({ lineId }: PlacedLine) => order.lines.some((line) => line.lineId === lineId);
  const isSame = ({ lineId, sku, ordered }: Captured['lines'][number]) =>
    told.lines.some((line) => line.lineId === lineId && line.sku === sku && line.quantity === ordered);
  const rest = {
    lines: told.lines.filter((line) => !isKnown(line)),
    charges: told.charges.slice(placement.charges),
  };
  const added = [...rest.lines, ...rest.charges].reduce((sum, { amount }) => sum + amount, 0);
  const isMore = rest.lines.length + rest.charges.length > 0;
  const addsUp = told.currency === placement.currency && placement.total + added === told.total;
  return isMore && addsUp && order.lines.every(isSame) ? rest : undefined;
};

const paidFor = ({ payments, total }: OrderPlaced, order: Captured, capturedAt: string): OrderEvent[] =>
  payments.flatMap(({ paymentId, method, amount, status }) => {
    const more = amount - (order.payments.get(paymentId)?.captured ?? 0);
    return status === 'captured' && more > 0
      ? [
          {
            type: 'tributary.order.payment-captured.v1',
            data: {
              orderId: order.orderId,
              paymentId,
              captureId: `total-${total}`,
              capturedAt,
              amount: more,
              method,
            },
          },
        ]
      : [];
  });
