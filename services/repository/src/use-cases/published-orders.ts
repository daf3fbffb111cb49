import type { OrderState } from '@tributary/contracts';
import type { StateTopic } from '@tributary/event-bus';
import type { ProjectorOptions } from '@tributary/read-store';
import type { OrderPage } from '../projections/order-page/order-page.ts';

type Told = Pick<ProjectorOptions, 'publish' | 'onApplied'>;

/** What others are told of order pages that changed: nothing of those that there are not. */
export const orderStatesOf = (pages: ReadonlyMap<string, object | undefined>): OrderState[] =>
  [...(pages as ReadonlyMap<string, OrderPage | undefined>).values()].flatMap((page) =>
    page ? [stateOf(page)] : [],
  );

const stateOf = ({ orderId, channel, status, rev }: OrderPage): OrderState => ({
  orderId,
  channel,
  status,
  rev,
});

/**
 * Publishes orders as their pages change: before a batch is stored, so that no change goes untold, and once
 * more when it can be read, for whoever was told, looked at once, and saw the page before. What that second
 * telling fails with is a warning of the process.
 */
export const publishedOrders = (orders: StateTopic): Told => {
  const publish = (pages: ReadonlyMap<string, object | undefined>) =>
    orders.publish(
      [...(pages as ReadonlyMap<string, OrderPage | undefined>)].flatMap(([key, page]) =>
        page ? [{ key, data: stateOf(page), time: page.updatedAt }] : [],
      ),
    );
  return {
    publish,
    onApplied: (pages) => void publish(pages).catch((error: Error) => process.emitWarning(error)),
  };
};
