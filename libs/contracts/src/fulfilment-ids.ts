import type { LocationId } from './identifiers.ts';

/**
 * The id of a fulfilment that sourcing decides: how it reaches the customer, the how-manieth decision for
 * the order it is of, and from where, e.g. `S1-leeds`. An id has at most 64 characters; a location id cut
 * to fit is told apart by a number after a colon, which no location id has.
 * @param index the how-manieth of its decision it is, from 0
 */
export const fulfilmentIdOf = (
  method: 'ship' | 'pickup',
  attempt: number,
  location: LocationId,
  index: number,
): string => {
  const prefix = `${method === 'ship' ? 'S' : 'P'}${attempt}-`;
  return prefix.length + location.length <= 64
    ? `${prefix}${location}`
    : `${prefix}${location.slice(0, 63 - prefix.length - `${index}`.length)}:${index}`;
};

/** Whether sourcing may have given a fulfilment this id; any other is of a system that decides itself. */
export const maybeSourcedHere = (fulfilmentId: string): boolean => /^[SP][1-9]\d*-/.test(fulfilmentId);
