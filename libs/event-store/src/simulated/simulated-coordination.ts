import type { Coordination } from '../coordination.ts';
import { type Claim, aloneBy } from '../lease.ts';
import { StoreUnavailable } from '../port.ts';
import type { SimulatedServer } from './simulated-server.ts';
import { type Weather, asked } from './weather.ts';

/** How long a lease lasts unless it is renewed, in milliseconds: as in PostgreSQL. */
const leaseTime = 5_000;

const away = (): StoreUnavailable => new StoreUnavailable('The event log does not answer.');

/** Leases by the server's clock, as the adapters of servers have them. */
export const simulatedCoordination = (server: SimulatedServer, weather: Weather): Coordination => ({
  alone: aloneBy((name) => claimOn(server, weather, name), leaseTime),
  position: (name) => asked(weather, 'read', () => server.positions.get(name), away),
  savePosition: (name, position) =>
    asked(weather, 'write', () => void server.positions.set(name, position), away),
  advancePosition: (name, position) => asked(weather, 'write', () => server.advance(name, position), away),
});

const claimOn = (server: SimulatedServer, weather: Weather, name: string): Claim => {
  const holder = {};
  const take = () => asked(weather, 'write', () => server.takeLease(name, holder, leaseTime), away);
  return {
    take,
    renew: take,
    giveBack: () => asked(weather, 'write', () => server.giveLeaseBack(name, holder), away),
  };
};
