import type { Changes, OrderEvent } from '../order-event.ts';

/** What came back on the receipt of this stream, as far as it tells the receipt from another; also where no order is placed. */
export interface BroughtBack {
  readonly takenBack?: TakenBack;
}

export type TakenBack = Extract<OrderEvent, { type: 'tributary.order.goods-taken-back.v1' }>['data'];

export const takenBackChanges = {
  'tributary.order.goods-taken-back.v1': (_, { data }) => ({ takenBack: data }),
} satisfies Changes<BroughtBack>;
