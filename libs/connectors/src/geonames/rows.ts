import { utf8Of } from '../encoding.ts';
import { linesOf } from '../lines.ts';
import { fieldsOf, textOf } from '../records.ts';
import { columnNameOf } from '../rows.ts';
import { notOfThisFormat } from '../unreadable-file.ts';

/** A postal code and a point of it; a code has as many as there are places in it. */
export interface Place {
  readonly country: string;
  readonly postalCode: string;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** What a row says, or a stable code for why it says nothing. */
export type PlaceRow =
  Place | { readonly fault: 'line-too-long' | 'not-utf-8' | 'no-postal-code' | 'no-point' };

/** Where each thing stands in a row. */
type Columns = Readonly<Record<keyof Place, number>>;

/** The twelve columns of GeoNames, between tabs (https://download.geonames.org/export/zip/readme.txt). */
const ofGeoNames: Columns = { country: 0, postalCode: 1, latitude: 9, longitude: 10 };
const widthOfGeoNames = 12;

const longestLine = 10_000;

const expected =
  'The format geonames expects postal codes as GeoNames has them: twelve columns between tabs and no header, or a CSV whose header has country_code, postal_code or zipcode, latitude and longitude.';

/**
 * The rows of a file of postal codes, as GeoNames has it or as a CSV with a header; blank lines and the header are none.
 * @throws ImportError `unreadable-file` at a first line of another format, `unreadable-text`
 */
export async function* placeRows(
  input: AsyncIterable<Uint8Array>,
  charset: string | undefined,
): AsyncGenerator<PlaceRow> {
  let read: ((text: string) => PlaceRow) | undefined;
  for await (const { bytes, tooLong } of linesOf(utf8Of(input, charset), longestLine)) {
    const text = tooLong ? undefined : textOf(bytes);
    if (text?.trim() === '') continue;
    if (!read) {
      const { row, isHeader } = readerOf(text, bytes);
      read = row;
      if (isHeader) continue;
    }
    yield text === undefined ? { fault: tooLong ? 'line-too-long' : 'not-utf-8' } : read(text);
  }
}

/** How rows are read, by the first line. */
const readerOf = (
  first: string | undefined,
  bytes: Uint8Array,
): { readonly row: (text: string) => PlaceRow; readonly isHeader: boolean } => {
  const cells = first?.split('\t') ?? [];
  // The accuracy, which stands last, may be left out with its tab.
  if (cells.length >= widthOfGeoNames - 1)
    return { row: (text) => placeIn(text.split('\t'), ofGeoNames), isHeader: false };
  const columns = first === undefined ? undefined : columnsOf(fieldsOf(first) ?? []);
  if (!columns) throw notOfThisFormat(expected, bytes);
  return { row: (text) => placeIn(fieldsOf(text) ?? [], columns), isHeader: true };
};

const columnsOf = (header: readonly string[]): Columns | undefined => {
  const names = header.map(columnNameOf);
  const find = (...known: string[]) => names.findIndex((name) => known.includes(name));
  const columns = {
    country: find('countrycode', 'country'),
    postalCode: find('postalcode', 'zipcode'),
    latitude: find('latitude'),
    longitude: find('longitude'),
  };
  return Object.values(columns).includes(-1) ? undefined : columns;
};

const placeIn = (cells: readonly string[], columns: Columns): PlaceRow => {
  const cell = (name: keyof Place): string => cells[columns[name]]?.trim() ?? '';
  const [country, postalCode] = [cell('country').toUpperCase(), cell('postalCode')];
  if (!/^[A-Z]{2}$/.test(country) || !/^(?=.*[\p{L}\p{N}]).{1,20}$/u.test(postalCode))
    return { fault: 'no-postal-code' };
  const [latitude, longitude] = [degrees(cell('latitude'), 90), degrees(cell('longitude'), 180)];
  return latitude === undefined || longitude === undefined
    ? { fault: 'no-point' }
    : { country, postalCode, latitude, longitude };
};

const degrees = (text: string, most: number): number | undefined => {
  const value = text === '' ? Number.NaN : Number(text);
  return Math.abs(value) <= most ? value : undefined;
};
