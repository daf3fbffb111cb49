import type { AvailabilityPolicy } from '../api/settings.ts';
import { type Rows, linesOf, rowsOf } from './rows.ts';
import { t } from '../words/words.ts';

type Rule = AvailabilityPolicy['rules'][number];

/** What some channels are told of stock, as it is entered; what is left blank is not limited. */
export interface EnteredChannels {
  /** One a line. */
  readonly channels: string;
  readonly keepBack: string;
  /** SKU and units, one a line: `MUG-RED 5`. */
  readonly keepBackOf: string;
  /** Location ids, one a line. */
  readonly without: string;
  readonly most: string;
}

export const blankChannels: EnteredChannels = {
  channels: '',
  keepBack: '',
  keepBackOf: '',
  without: '',
  most: '',
};

const draftOfRule = ({ channels, keepBack, keepBackOf = [], without = [], most }: Rule): EnteredChannels => ({
  channels: channels.join('\n'),
  keepBack: String(keepBack ?? ''),
  keepBackOf: keepBackOf.map(({ sku, units }) => `${sku} ${units}`).join('\n'),
  without: without.join('\n'),
  most: String(most ?? ''),
});

export const draftOfAvailability = ({ rules }: AvailabilityPolicy): Rows<EnteredChannels> =>
  rowsOf(rules.map(draftOfRule));

/** A SKU holds no blanks; what stands after the last one is the number of units. */
const keptOf = (line: string) => {
  const [, sku = line, units = ''] = /^(.*\S)\s+(\S+)$/.exec(line) ?? [];
  return { sku, units: /^\d{1,9}$/.test(units) ? Number(units) : undefined };
};

/** Lines that do not say of which SKU how much is kept back; pointers as of refusals by the platform. */
export const faultsOfAvailability = (rows: Rows<EnteredChannels>) =>
  rows.flatMap(({ keepBackOf }, index) => {
    const wrong = linesOf(keepBackOf).find((line) => keptOf(line).units === undefined);
    return wrong === undefined
      ? []
      : [
          {
            pointer: `/rules/${index}/keepBackOf`,
            message: t('“{wrong}” is no SKU and units, such as MUG-RED 5.', { wrong }),
          },
        ];
  });

/** The policy as it was entered; lines are to be without `faultsOfAvailability`. */
export const availabilityOfDraft = (rows: Rows<EnteredChannels>): AvailabilityPolicy => ({
  rules: rows.map(({ channels, keepBack, keepBackOf, without, most }) => {
    const [kept, left] = [linesOf(keepBackOf).map(keptOf), linesOf(without)];
    return {
      channels: linesOf(channels),
      ...(keepBack !== '' && { keepBack: Number(keepBack) }),
      ...(kept.length > 0 && { keepBackOf: kept.map(({ sku, units = 0 }) => ({ sku, units })) }),
      ...(left.length > 0 && { without: left }),
      ...(most !== '' && { most: Number(most) }),
    };
  }),
});
