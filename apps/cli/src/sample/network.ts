import type { InboundInput } from '@tributary/contracts';
import { type Message, message } from './message.ts';

export interface SampleLocation extends InboundInput<'tributary.location.updated.v1'> {
  /** IANA zone of its business day. */
  readonly timezone: string;
  readonly address: InboundInput<'tributary.location.updated.v1'>['address'] & {
    coordinates: { latitude: number; longitude: number };
  };
}

const place = (
  kind: 'store' | 'warehouse',
  locationId: string,
  name: string,
  [street, postalCode, city, country]: readonly [string, string, string, string],
  [latitude, longitude]: readonly [number, number],
  timezone: string,
  capabilities: SampleLocation['capabilities'],
  zone: string,
): SampleLocation => ({
  locationId,
  name,
  kind,
  address: { name, street, postalCode, city, country, coordinates: { latitude, longitude } },
  zone,
  capabilities,
  active: true,
  timezone,
});

const store = (
  id: string,
  name: string,
  address: readonly [string, string, string, string],
  at: readonly [number, number],
  timezone: string,
  zone: string,
  ships = true,
) => place('store', id, name, address, at, timezone, ships ? ['ship', 'pickup'] : ['pickup'], zone);

const warehouse = (
  id: string,
  name: string,
  address: readonly [string, string, string, string],
  at: readonly [number, number],
  timezone: string,
  zone: string,
) => place('warehouse', id, name, address, at, timezone, ['ship'], zone);

/** Four warehouses and eight stores of a made-up retailer of things for the home. */
export const locations: readonly SampleLocation[] = [
  warehouse(
    'WH-VENLO',
    'Venlo distribution centre',
    ['Columbusweg 12', '5928 LA', 'Venlo', 'NL'],
    [51.3897, 6.1241],
    'Europe/Amsterdam',
    'benelux',
  ),
  warehouse(
    'WH-LEIPZIG',
    'Leipzig distribution centre',
    ['Messe-Allee 40', '04356', 'Leipzig', 'DE'],
    [51.3968, 12.4023],
    'Europe/Berlin',
    'dach',
  ),
  warehouse(
    'WH-LYON',
    'Lyon distribution centre',
    ['Rue des Frères Lumière 8', '69800', 'Saint-Priest', 'FR'],
    [45.6963, 4.9439],
    'Europe/Paris',
    'france',
  ),
  warehouse(
    'WH-ZARAGOZA',
    'Zaragoza distribution centre',
    ['Calle Bari 31', '50197', 'Zaragoza', 'ES'],
    [41.6277, -0.9902],
    'Europe/Madrid',
    'iberia',
  ),
  store(
    'ST-AMSTERDAM',
    'Amsterdam Haarlemmerstraat',
    ['Haarlemmerstraat 104', '1013 EW', 'Amsterdam', 'NL'],
    [52.3803, 4.8896],
    'Europe/Amsterdam',
    'benelux',
  ),
  store(
    'ST-BERLIN',
    'Berlin Mitte',
    ['Rosenthaler Straße 38', '10178', 'Berlin', 'DE'],
    [52.5251, 13.4024],
    'Europe/Berlin',
    'dach',
  ),
  store(
    'ST-VIENNA',
    'Vienna Neubau',
    ['Neubaugasse 22', '1070', 'Wien', 'AT'],
    [48.2013, 16.3496],
    'Europe/Vienna',
    'dach',
  ),
  store(
    'ST-PARIS',
    'Paris Marais',
    ['Rue de Bretagne 41', '75003', 'Paris', 'FR'],
    [48.8631, 2.3622],
    'Europe/Paris',
    'france',
  ),
  store(
    'ST-MADRID',
    'Madrid Malasaña',
    ['Calle de Fuencarral 78', '28004', 'Madrid', 'ES'],
    [40.4273, -3.7016],
    'Europe/Madrid',
    'iberia',
  ),
  store(
    'ST-MILAN',
    'Milan Brera',
    ['Via Solferino 19', '20121', 'Milano', 'IT'],
    [45.4759, 9.1876],
    'Europe/Rome',
    'italy',
  ),
  store(
    'ST-DUBLIN',
    'Dublin Drury Street',
    ['Drury Street 27', 'D02 NX53', 'Dublin', 'IE'],
    [53.3426, -6.2636],
    'Europe/Dublin',
    'ireland',
  ),
  store(
    'ST-LISBON',
    'Lisbon Chiado',
    ['Rua Garrett 60', '1200-204', 'Lisboa', 'PT'],
    [38.7107, -9.1415],
    'Europe/Lisbon',
    'iberia',
    false,
  ),
];

export const stores = locations.filter(({ kind }) => kind === 'store');
export const warehouses = locations.filter(({ kind }) => kind === 'warehouse');

export const locationMessages = (at: number, edition: string): Message[] =>
  locations.map(({ timezone: _, ...location }) =>
    message(
      'tributary.location.updated.v1',
      'erp',
      `location-${location.locationId}${edition}`,
      at,
      location,
    ),
  );

/** The store nearest to a place, on a plane: good enough to choose among eight cities. */
export const nearestStore = ({ latitude, longitude }: { latitude: number; longitude: number }) =>
  stores.reduce((best, one) => {
    const distance = ({ address: { coordinates } }: SampleLocation) =>
      (coordinates.latitude - latitude) ** 2 +
      ((coordinates.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)) ** 2;
    return distance(one) < distance(best) ? one : best;
  });
