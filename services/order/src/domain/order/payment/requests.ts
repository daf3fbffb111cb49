import { Map as ImmutableMap } from 'immutable';
import type { Changes } from '../order-event.ts';

/** Refunds that somebody asked for, as long as no money has moved by them. */
export interface RefundRequests {
  readonly requests: ImmutableMap<string, RefundRequest>;
}

export interface RefundRequest {
  readonly refundId: string;
  readonly paymentId: string;
  /** Minor units. */
  readonly amount: number;
  /** It did not come about: what it was for may be asked for again. */
  readonly failed?: true;
}

export const noRequests: RefundRequests = { requests: ImmutableMap() };

/** Those that may still be issued. */
export const openRequests = ({ requests }: RefundRequests): readonly RefundRequest[] =>
  [...requests.values()].filter(({ failed }) => !failed);

/** Once it is issued a refund is among those that were given back, whether or not it was told as failed before. */
export const requestChanges = {
  'tributary.order.refund-requested.v1': ({ requests }, { data: { refunds } }) => ({
    requests: refunds.reduce(
      (all, { refundId, paymentId, amount }) => all.set(refundId, { refundId, paymentId, amount }),
      requests,
    ),
  }),
  'tributary.order.refund-failed.v1': ({ requests }, { data: { refundId } }) => {
    const asked = requests.get(refundId);
    return asked ? { requests: requests.set(refundId, { ...asked, failed: true }) } : {};
  },
  'tributary.order.refunded.v1': ({ requests }, { data: { refundId } }) => ({
    requests: requests.remove(refundId),
  }),
} satisfies Changes<RefundRequests>;
