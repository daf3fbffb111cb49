import type { EventLog } from '@tributary/event-store';
import type { Parking } from '../delivery/parking.ts';
import { logPartition } from '../delivery/places.ts';
import type { Router } from '../delivery/routing.ts';
import type { BusMessage, Place } from '../port.ts';

/**
 * The parked message, read again from the log.
 * @throws RangeError nothing is parked there, or it no longer concerns the group
 */
export const messageAt = async (
  place: Place,
  parking: Parking,
  log: EventLog['all'],
  route: Router,
): Promise<BusMessage> => {
  parking.mustHave(place);
  const [event] = await log.readAll(place.offset - 1, 1);
  const message = event?.position === place.offset ? route(event, logPartition) : undefined;
  if (!message) throw new RangeError(`There is no message for the group at ${place.offset}.`);
  return message;
};
