import { type Service, services } from '@tributary/contracts';
import { SimulatedEventLog, SimulatedServer, type Weather } from '@tributary/event-store/simulated';
import type { Kernel } from '@tributary/simulation';
import { told } from './news.ts';

/** A server for the log of each service, and how a process opens these. */
export const eventServers = (kernel: Kernel) => {
  const servers = new Map(services.map((service) => [service, new SimulatedServer(service, told(kernel))]));
  const opening = (weather: Weather) => (service: Service) =>
    Promise.resolve(new SimulatedEventLog({ server: servers.get(service)!, weather }));
  return { servers, opening };
};
