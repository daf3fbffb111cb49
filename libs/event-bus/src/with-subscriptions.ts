import type { EventBus, Subscription } from './port.ts';

/**
 * The same bus for who looks at what its groups do, or has a say in it; broadcasts, which have no group, as they are.
 * @param change what becomes of each subscription
 */
export const withSubscriptions = (
  bus: EventBus,
  change: (subscription: Subscription) => Subscription,
): EventBus => ({
  subscribe: (subscription) => bus.subscribe(change(subscription)),
  broadcast: (broadcast) => bus.broadcast(broadcast),
  status: () => bus.status(),
  refresh: () => bus.refresh(),
  replay: (group, from) => bus.replay(group, from),
  redrive: (group, place) => bus.redrive(group, place),
  close: () => bus.close(),
});
