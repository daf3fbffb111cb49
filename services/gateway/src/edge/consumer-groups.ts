import type { EventBus, GroupStatus, Place } from '@tributary/event-bus';

/** The consumer groups of the whole platform, wherever they run. */
export interface ConsumerGroups {
  status(): Promise<{
    readonly items: readonly GroupStatus[];
    /** Services that did not answer; what is said leaves their groups out. */
    readonly unreachable?: readonly string[];
  }>;
  /** Hands a parked message to its group once more; rejects with the handler's error if it fails again. */
  redrive(group: string, place: Place): Promise<void>;
}

/** Those of one process. */
export const groupsOf = (bus: Pick<EventBus, 'status' | 'refresh' | 'redrive'>): ConsumerGroups => ({
  status: async () => {
    await bus.refresh();
    return { items: bus.status() };
  },
  redrive: (group, place) => bus.redrive(group, place),
});
