import type { Service } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { OrderDesk } from '@tributary/order';
import { type Composed, keptGoing } from '@tributary/platform';
import { subscribeHandlers } from './handlers.ts';

/** What runs in one process: some services of the platform, or all. */
export interface Program {
  readonly composed: Composed;
  readonly bus: EventBus;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

const nobodyListens = { warn: () => {} };

/** Starts what services consist of, as the platform does, but for their doors. */
export const launched = async (composed: Composed, bus: EventBus, here?: Service): Promise<Program> => {
  const services = composed.services.filter(({ name }) => here === undefined || name === here);
  const stopping = new AbortController();
  for (const { projectors } of services) for (const projector of projectors) await projector.start(bus);
  for (const service of services) await subscribeHandlers(service, bus);
  for (const { name, beside = [] } of services)
    for (const each of beside) void keptGoing(name, each, stopping.signal, nobodyListens);
  const stop = async () => {
    stopping.abort();
    for (const { closing } of services) closing?.();
    await bus.close();
    for (const { closed } of services) await closed?.();
  };
  return { composed, bus, stop };
};

/** The desk at which orders of a program are changed, cancelled, given back for. */
export const deskIn = ({ composed }: Program): OrderDesk => {
  const { module } = composed.services.find(({ name }) => name === 'order')!;
  const provided = (module.providers ?? []) as readonly { provide?: unknown; useValue?: unknown }[];
  return provided.find(({ provide }) => provide === OrderDesk)!.useValue as OrderDesk;
};
