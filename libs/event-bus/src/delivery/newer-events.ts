import { isOfNewerBuild } from '@tributary/contracts';
import { NewerEvent } from '@tributary/event-store';
import type { BusMessage, Subscription } from '../port.ts';

/**
 * The subscription as a process of this build may serve it: messages of types that only a newer build
 * knows wait for that build, with what follows under their keys, or, of a batch, in their partition.
 */
export const waitingForNewer = (subscription: Subscription): Subscription =>
  subscription.kind === 'message'
    ? {
        ...subscription,
        handle: (message: BusMessage) => {
          mustBeKnown(message);
          return subscription.handle(message);
        },
      }
    : {
        ...subscription,
        handle: (messages, through, isRedriven) => {
          messages.forEach(mustBeKnown);
          return subscription.handle(messages, through, isRedriven);
        },
      };

const mustBeKnown = ({ event: { type } }: BusMessage): void => {
  if (isOfNewerBuild(type)) throw new NewerEvent(type);
};
