import type { Repair, StockDifference, StockDifferences } from '../api/reconciliation.ts';

type Entry = NonNullable<StockDifference['entries']>[number];
type Row = Repair['rows'][number];

const verdicts: Readonly<Record<StockDifference['verdict'], string>> = {
  different: 'Differs',
  unknown: 'Not known here',
  missing: 'Not in the file',
  unreadable: 'Cannot be read',
};

export const verdictInWords = ({ verdict }: StockDifference): string => verdicts[verdict];

const reasons: Readonly<Record<NonNullable<StockDifference['why']>, string>> = {
  'told-later': 'This was told here after their moment',
  'not-known-yet': 'They do not know this yet',
  'left-out': 'They left this out',
  'counted-twice': 'They counted this twice',
  ahead: 'They know this already, which was later than their moment',
  promised: 'They count otherwise what is promised to orders',
  unexplained: 'Nothing in the ledger comes to this difference',
};

/** How a difference came about; nothing where nobody looked for it. */
export const whyInWords = ({ why }: StockDifference): string | undefined => why && reasons[why];

const figures = [
  ['onHand', 'on hand'],
  ['reserved', 'reserved'],
  ['available', 'available'],
] as const;

/**
 * Figures in words.
 * @param beside only those are told that this has, too
 */
export const figuresInWords = (
  standing: StockDifference['theirs'],
  beside: StockDifference['theirs'] = standing,
): string =>
  figures
    .flatMap(([name, words]) => {
      const units = standing?.[name];
      return units === undefined || beside?.[name] === undefined ? [] : [`${units} ${words}`];
    })
    .join(', ');

const signed = (units: number): string => (units > 0 ? `+${units}` : `−${Math.abs(units)}`);

/** What an entry of the ledger moved: “sold −2”. */
export const entryInWords = ({ type, onHand, reserved }: Entry): string => {
  const what = (type.split('.')[2] ?? type).replaceAll('-', ' ');
  return `${what} ${signed(onHand === 0 ? reserved : onHand)}`;
};

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`);

/** What came of a comparison, in a line. */
export const summaryOf = (found: StockDifferences): string =>
  [
    `${rowsOf(found.rows)} compared: ${found.equal.toLocaleString('en')} equal`,
    ...(found.different > 0 ? [`${found.different.toLocaleString('en')} different`] : []),
    ...(found.unknown > 0 ? [`${found.unknown.toLocaleString('en')} not known here`] : []),
    ...(found.missing > 0 ? [`${found.missing.toLocaleString('en')} not in the file`] : []),
    ...(found.unreadable > 0 ? [`${found.unreadable.toLocaleString('en')} cannot be read`] : []),
  ].join(', ');

/**
 * What would put a row right here: their count, as of the moment it was compared at; nothing where they count nothing.
 * @param comparedAt the moment of rows that name none
 */
export const repairOf = (
  { verdict, sku, location, theirs, asOf = '' }: StockDifference,
  comparedAt: string,
): Row | undefined => {
  const onHand = theirs?.onHand;
  if (verdict !== 'different' && verdict !== 'unknown') return undefined;
  if (sku === undefined || location === undefined || onHand === undefined || onHand < 0) return undefined;
  return { sku, location, onHand, asOf: asOf || comparedAt };
};
