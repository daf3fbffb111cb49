import { randomUUID } from 'node:crypto';
import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import type { PlatformUnderTest } from './platform-under-test.ts';

/** A canonical event as an integrator sends it; its time is left to the door unless given. */
export const event = <T extends InboundTypeName>(
  type: T,
  data: InboundInput<T>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'urn:e2e:shop',
  type,
  data,
  ...more,
});

export type OrderInput = InboundInput<'tributary.order.captured.v1'>;

export const line = (
  sku: string,
  quantity = 1,
  more: Partial<OrderInput['lines'][number]> = {},
): OrderInput['lines'][number] => ({
  lineId: '1',
  sku,
  quantity,
  unitPrice: '10.00',
  ...more,
});

export const webOrder = (number: string, more: Partial<OrderInput> = {}): OrderInput => ({
  channel: 'web',
  number,
  currency: 'EUR',
  lines: [line('MUG-RED')],
  ...more,
});

const places = {
  'store-1': { name: 'Store Berlin', kind: 'store', latitude: 52.52, longitude: 13.4 },
  'store-2': { name: 'Store Hamburg', kind: 'store', latitude: 53.55, longitude: 10 },
  'dc-1': { name: 'Warehouse Leipzig', kind: 'warehouse', latitude: 51.34, longitude: 12.37 },
} as const;

/** Two stores that ship and hand over, and a warehouse that ships. */
export const openNetwork = async (platform: PlatformUnderTest): Promise<void> => {
  for (const [id, { name, kind, latitude, longitude }] of Object.entries(places)) {
    const { status } = await platform.put(`/v1/locations/${id}`, {
      name,
      kind,
      address: { country: 'DE', coordinates: { latitude, longitude } },
      capabilities: kind === 'store' ? ['ship', 'pickup'] : ['ship'],
    });
    if (status !== 200) throw new Error(`Location ${id} was answered with ${status}.`);
  }
};

export const counted = (sku: string, location: string, quantity: number) =>
  event('tributary.stock.counted.v1', { sku, location, quantity });

/** Counts stock and waits until it can be seen. */
export const stock = async (
  platform: PlatformUnderTest,
  sku: string,
  at: Readonly<Record<string, number>>,
): Promise<void> => {
  await platform.publish(
    ...Object.entries(at).map(([location, quantity]) => counted(sku, location, quantity)),
  );
  await platform.settled();
};
