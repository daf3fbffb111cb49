import type { Broadcast, EventBus, GroupStatus, Place, Reading, Subscription } from '@tributary/event-bus';

/** One service's own groups, or those of all where they share a log. */
export interface ServiceBus {
  /** Whose groups it runs; undefined for those that no other runs. */
  readonly service?: string;
  readonly bus: EventBus;
}

/** The service whose group it is: groups are named `<service>` or `<service>-<purpose>`. */
export const ownerOf = (group: string): string => group.split('-', 1)[0]!;

/** What runs beside the groups and is watched like them. */
export interface Beside {
  status(): readonly GroupStatus[];
  refresh(): Promise<void>;
}

/** One bus out of those of the services, each of which parks what it gives up in its own log. */
export class ServiceBuses implements EventBus {
  private readonly rest: EventBus;

  /** @param buses one of them without a service */
  constructor(
    private readonly buses: readonly ServiceBus[],
    /** Asked after the groups: what those recorded before they were done is then counted. */
    private readonly beside: readonly Beside[],
  ) {
    this.rest = buses.find(({ service }) => service === undefined)!.bus;
  }

  subscribe(subscription: Subscription): Promise<void> {
    return this.of(subscription.group).subscribe(subscription);
  }

  broadcast(broadcast: Broadcast): Promise<Reading> {
    return this.rest.broadcast(broadcast);
  }

  status(): readonly GroupStatus[] {
    return [
      ...this.beside.flatMap((each) => each.status()),
      ...this.buses.flatMap(({ bus }) => bus.status()),
    ];
  }

  async refresh(): Promise<void> {
    await Promise.all(this.buses.map(({ bus }) => bus.refresh()));
    for (const each of this.beside) await each.refresh();
  }

  replay(group: string, from: Place | { time: string }): Promise<void> {
    return this.of(group).replay(group, from);
  }

  redrive(group: string, place: Place): Promise<void> {
    return this.of(group).redrive(group, place);
  }

  async close(): Promise<void> {
    await Promise.all(this.buses.map(({ bus }) => bus.close()));
  }

  private of(group: string): EventBus {
    return this.buses.find(({ service }) => service === ownerOf(group))?.bus ?? this.rest;
  }
}
