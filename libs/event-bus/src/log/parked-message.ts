import type { Parking } from '../delivery/parking.ts';
import type { Router } from '../delivery/routing.ts';
import type { BusMessage, Place } from '../port.ts';
import type { LogPartition } from './partition.ts';

/**
 * The parked message, read again from the log.
 * @throws RangeError nothing is parked there, or it no longer concerns the group
 */
export const messageAt = async (
  place: Place,
  parking: Parking,
  { log, partition }: LogPartition,
  route: Router,
): Promise<BusMessage> => {
  parking.mustHave(place);
  const [event] = await log.all.readAll(place.offset - 1, 1);
  const message = event?.position === place.offset ? route(event, partition) : undefined;
  if (!message) throw new RangeError(`There is no message for the group at ${place.offset}.`);
  return message;
};
