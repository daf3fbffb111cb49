import { z } from 'zod';
import { OrderViewId, SavedOrderView } from '../facts/order-views.ts';
import { type Answer, listOf } from './parts.ts';

/** A list of orders that somebody saved under a name. */
export const OrderView = SavedOrderView.extend({
  viewId: OrderViewId,
  keyId: z.string().describe('Whose it is: the id of the key under which it was saved first.'),
  isMine: z.boolean().describe('Whether it is of whoever asks.'),
});
export type OrderView = Answer<typeof OrderView>;
export const OrderViews = listOf(OrderView, 'Views by name; there are 500 at most.');
export type OrderViews = Answer<typeof OrderViews>;
