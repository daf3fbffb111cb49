import type { Coordinates, SourcingFact } from '@tributary/contracts';

/** Where postal areas of one country lie, by their codes as `codeOf` writes them. */
export interface PostalAreas {
  readonly areas: ReadonlyMap<string, Area>;
}

interface Area extends Coordinates {
  /** When it was last said to lie there, UTC ISO 8601. */
  readonly definedAt: string;
}

export type PostalAreasFact = Extract<SourcingFact, { type: `tributary.postal-areas.${string}` }> & {
  readonly time?: string;
};

/** Of an address, what says where it is. */
export interface Placed {
  readonly country?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly coordinates?: Coordinates | undefined;
}

export const noAreas: PostalAreas = { areas: new Map() };

/** As it was told by whoever says it happened last: what was true earlier, told late, does not undo that. */
export const evolveAreas = ({ areas }: PostalAreas, { data, time = '' }: PostalAreasFact): PostalAreas => {
  const now = new Map(areas);
  for (const { postalCode, latitude, longitude } of data.areas) {
    const code = codeOf(postalCode);
    if (time >= (areas.get(code)?.definedAt ?? '')) now.set(code, { latitude, longitude, definedAt: time });
  }
  return { areas: now };
};

/** Fewest characters that tell an area from others: none is told of by fewer. */
const shortest = 2;

/** A code in any writing: `ls1 4ap`, `01000-000`. */
const codeOf = (written: string): string => written.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * What stands before the last three characters of a British code, its outward part: LS1 of LS1 4AP, which begins as
 * one of LS14 would (https://ideal-postcodes.co.uk/guides/uk-postcode-format).
 */
const outwardOf = (code: string): string =>
  /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(code) ? code.slice(0, -3) : code;

/**
 * The middle of the area in which a code lies: of that code, or of the longest beginning of it that is known.
 * @param country ISO 3166-1 alpha-2
 */
export const middleOf = (
  { areas }: PostalAreas,
  country: string,
  postalCode: string,
): Coordinates | undefined => {
  const code = codeOf(postalCode);
  const exact = areas.get(code);
  const known = exact ?? longestBeginning(areas, country === 'GB' ? outwardOf(code) : code);
  return known && { latitude: known.latitude, longitude: known.longitude };
};

const longestBeginning = (areas: PostalAreas['areas'], code: string): Area | undefined => {
  for (let length = code.length; length >= shortest; length -= 1) {
    const area = areas.get(code.slice(0, length));
    if (area) return area;
  }
  return undefined;
};

/** Where an address lies, by itself or by its postal code; undefined where neither says it. */
export const placeOf = (
  address: Placed | undefined,
  areasByCountry: ReadonlyMap<string, PostalAreas> | undefined,
): Coordinates | undefined => {
  if (address?.coordinates) return address.coordinates;
  const country = countryToAsk(address);
  const areas = country === undefined ? undefined : areasByCountry?.get(country);
  return areas && middleOf(areas, country!, address!.postalCode!);
};

/** The country of an address that only its postal code can locate. */
export const countryToAsk = ({ country, postalCode, coordinates }: Placed = {}): string | undefined =>
  coordinates || postalCode === undefined ? undefined : country;
