import assert from 'node:assert/strict';
import { api, as, fresh, tell, until } from './api.mjs';

const kinds = {
  store: { name: 'Store Berlin', capabilities: ['ship', 'pickup'], at: { latitude: 52.52, longitude: 13.4 } },
  warehouse: { name: 'Warehouse Leipzig', capabilities: ['ship'], at: { latitude: 51.34, longitude: 12.37 } },
};

/** A store or a warehouse of its own, so that nobody else’s stock is in the scenario. */
export const open = async (kind) => {
  const id = fresh(kind);
  const { name, capabilities, at } = kinds[kind];
  const address = { country: 'DE', coordinates: at };
  const { status, body } = await (
    await as('ops')
  ).put(`/v1/locations/${id}`, { name, kind, address, capabilities });
  assert.equal(status, 200, JSON.stringify(body));
  return id;
};

const levelOf = async (sku, location) => {
  const { body } = await api.get(`/v1/stock?sku=${sku}`);
  return body.items.find((level) => level.location === location)?.onHand ?? 0;
};

/** Waits until a location has so many units of a good on hand. */
export const onHand = (sku, location, units) =>
  until(
    `${location} has ${units} of ${sku}`,
    () => levelOf(sku, location),
    (found) => found === units,
  );

/** A good that no other scenario sells, counted in a location. */
export const stocked = async (name, location, units) => {
  const sku = fresh(name);
  await tell('tributary.stock.counted.v1', { sku, location, quantity: units });
  await onHand(sku, location, units);
  return sku;
};
