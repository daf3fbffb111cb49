import type { LocationId } from './identifiers.ts';

/**
 * The id of a fulfilment that sourcing decides: how it reaches the customer, the how-manieth decision for
 * the order it is of, and from where, e.g. `S1-leeds`. An id has at most 64 characters; a location id cut
 * to fit is told apart by a number after a colon, and so is one that ends as if it had been.
 * @param index the how-manieth of its decision it is, from 0
 */
export const fulfilmentIdOf = (
  method: 'ship' | 'pickup',
  attempt: number,
  location: LocationId,
  index: number,
): string => {
  const prefix = `${method === 'ship' ? 'S' : 'P'}${attempt}-`;
  const characters = [...location];
  return prefix.length + characters.length <= 64 && !/:\d+$/.test(location)
    ? `${prefix}${location}`
    : `${prefix}${characters.slice(0, 63 - prefix.length - `${index}`.length).join('')}:${index}`;
};

/** Whether sourcing may have given a fulfilment this id; any other is of a system that decides itself. */
export const maybeSourcedHere = (fulfilmentId: string): boolean => /^[SP][1-9]\d*-/.test(fulfilmentId);
