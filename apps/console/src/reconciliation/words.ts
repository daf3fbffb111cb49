import type { Repair, StockDifference, StockDifferences } from '../api/reconciliation.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

type Entry = NonNullable<StockDifference['entries']>[number];
type Row = Repair['rows'][number];

const verdicts: Readonly<Record<StockDifference['verdict'], string>> = {
  different: t('Differs'),
  unknown: t('Not known here'),
  missing: t('Not in the file'),
  unreadable: t('Cannot be read'),
};

export const verdictInWords = ({ verdict }: StockDifference): string => verdicts[verdict];

const reasons: Readonly<Record<NonNullable<StockDifference['why']>, string>> = {
  'told-later': t('This was told here after their moment'),
  'not-known-yet': t('They do not know this yet'),
  'left-out': t('They left this out'),
  'counted-twice': t('They counted this twice'),
  ahead: t('They know this already, which was later than their moment'),
  promised: t('They count otherwise what is promised to orders'),
  unexplained: t('Nothing in the ledger comes to this difference'),
};

/** How a difference came about; nothing where nobody looked for it. */
export const whyInWords = ({ why }: StockDifference): string | undefined => why && reasons[why];

const figures = [
  ['onHand', t('on hand')],
  ['reserved', t('reserved')],
  ['available', t('available')],
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

const rowsOf = (rows: number): string =>
  t('{rows, plural, one {1 row} other {{rows2} rows}}', { rows, rows2: formatCount(rows) });

/** What came of a comparison, in a line. */
export const summaryOf = (found: StockDifferences): string =>
  [
    t('{rows} compared: {equal} equal', {
      rows: rowsOf(found.rows),
      equal: formatCount(found.equal),
    }),
    ...(found.different > 0 ? [t('{different} different', { different: formatCount(found.different) })] : []),
    ...(found.unknown > 0 ? [t('{unknown} not known here', { unknown: formatCount(found.unknown) })] : []),
    ...(found.missing > 0 ? [t('{missing} not in the file', { missing: formatCount(found.missing) })] : []),
    ...(found.unreadable > 0
      ? [t('{unreadable} cannot be read', { unreadable: formatCount(found.unreadable) })]
      : []),
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
