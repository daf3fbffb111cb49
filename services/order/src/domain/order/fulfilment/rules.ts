import type { Rules } from '../rule.ts';
import { accept, handOver, makeReady, pack, pick, short } from './fulfil.ts';
import { deliver, ship, track } from './ship.ts';

export const fulfilmentRules = {
  'tributary.fulfilment.accepted.v1': accept,
  'tributary.fulfilment.picked.v1': pick,
  'tributary.fulfilment.shorted.v1': short,
  'tributary.fulfilment.packed.v1': pack,
  'tributary.shipment.dispatched.v1': ship,
  'tributary.shipment.tracked.v1': track,
  'tributary.shipment.delivered.v1': deliver,
  'tributary.pickup.ready.v1': makeReady,
  'tributary.pickup.handed-over.v1': handOver,
} satisfies Rules;
