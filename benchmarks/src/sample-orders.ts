import { randomUUID } from 'node:crypto';

/** Where orders are served from and what is sold: a small chain. */
export const locations = [
  ['wh-midlands', 'warehouse', 52.48, -1.9],
  ['wh-north', 'warehouse', 53.8, -1.55],
  ['st-london-oxford', 'store', 51.515, -0.141],
  ['st-london-city', 'store', 51.513, -0.089],
  ['st-bristol', 'store', 51.454, -2.588],
  ['st-manchester', 'store', 53.48, -2.242],
  ['st-leeds', 'store', 53.797, -1.543],
  ['st-edinburgh', 'store', 55.953, -3.188],
  ['st-cardiff', 'store', 51.481, -3.179],
  ['st-norwich', 'store', 52.63, 1.297],
] as const;

export const skus = Array.from({ length: 300 }, (_, index) => `SKU-${10_000 + index * 7}-BLUE-XL`);

const channels = ['web', 'web', 'web', 'app', 'marketplace-eu'] as const;
const towns = [
  ['London', 'EC1A 1BB', 51.52, -0.1],
  ['Birmingham', 'B1 1AA', 52.48, -1.9],
  ['Glasgow', 'G1 1AA', 55.86, -4.25],
  ['Bath', 'BA1 1AA', 51.38, -2.36],
  ['Hull', 'HU1 1AA', 53.74, -0.33],
  ['Exeter', 'EX1 1AA', 50.72, -3.53],
] as const;
const names = [
  'Ada Byron',
  'Grace Murray',
  'Alan Mathison',
  'Katherine Coleman',
  'Edsger Wybe',
  'Barbara Jane',
];

/** Chance that repeats: every run places the same orders. */
export const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** An order of two or three lines, as a channel captures it. */
export const sampleOrder = (number: number, draw: (below: number) => number) => {
  const [city, postalCode, latitude, longitude] = towns[draw(towns.length)]!;
  const name = names[draw(names.length)]!;
  const start = draw(skus.length);
  const lines = Array.from({ length: 2 + draw(2) }, (_, index) => ({
    lineId: `${index + 1}`,
    sku: skus[(start + index * (1 + draw(40))) % skus.length]!,
    name: 'Merino jumper, blue, XL',
    quantity: 1 + draw(3),
    unitPrice: `${10 + draw(80)}.${draw(9)}5`,
  }));
  return {
    channel: channels[draw(channels.length)]!,
    number: `${1_000_000 + number}`,
    currency: 'GBP',
    customer: {
      id: `c-${draw(20_000)}`,
      name,
      email: `${name.toLowerCase().replace(' ', '.')}.${draw(20_000)}@example.com`,
    },
    shipTo: {
      name,
      street: `${1 + draw(200)} High Street`,
      city,
      postalCode,
      country: 'GB',
      coordinates: { latitude, longitude },
    },
    lines,
    charges: [{ code: 'shipping', amount: 395 }],
    payments: [{ paymentId: `p-${number}`, method: 'card', amount: 10_000, status: 'authorised' as const }],
  };
};

export type SampleOrder = ReturnType<typeof sampleOrder>;

export const orderIdOf = ({ channel, number }: SampleOrder): string => `${channel}.${number}`;

const run = randomUUID();

const cloudEvent = (type: string, id: string, data: unknown) => ({
  specversion: '1.0',
  id: `${run}-${id}`,
  source: 'urn:bench:channel',
  type,
  time: new Date().toISOString(),
  data,
});

export const orderEvent = (order: SampleOrder) =>
  cloudEvent('tributary.order.captured.v1', order.number, order);

export const customerEvent = (order: SampleOrder) =>
  cloudEvent('tributary.customer.updated.v1', `c-${order.number}`, {
    ...order.customer,
    addresses: [order.shipTo],
  });

/** The network, then stock of every SKU at every location, more than is ever asked for. */
export const networkEvents = (): readonly unknown[] =>
  locations.map(([locationId, kind, latitude, longitude]) =>
    cloudEvent('tributary.location.updated.v1', locationId, {
      locationId,
      name: locationId,
      kind,
      address: { country: 'GB', coordinates: { latitude, longitude } },
      zone: 'Europe/London',
      capabilities: kind === 'store' ? ['ship', 'pickup'] : ['ship'],
    }),
  );

export const stockEvents = (): readonly unknown[] =>
  locations.flatMap(([location]) =>
    skus.map((sku) =>
      cloudEvent('tributary.stock.counted.v1', `${sku}@${location}`, { sku, location, quantity: 10_000_000 }),
    ),
  );
