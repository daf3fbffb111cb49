import type { Order } from '../../api/order.ts';
import type { OrderChange } from '../../api/change.ts';
import { formatMoney } from '../../figures/money.ts';
import type { Changes, Place } from './changes.ts';
import { t } from '../../words/words.ts';

/** What a change does to what is due, in words; `difference` in minor units. */
export const differenceInWords = (difference: number, currency: string, locale?: string): string =>
  difference === 0
    ? t('What is due stays the same.')
    : t('{difference} {difference2} is due.', {
        difference: formatMoney(Math.abs(difference), currency, locale),
        difference2: difference > 0 ? t('more') : t('less'),
      });

export type Charge = Extract<OrderChange, { kind: 'add-charge' }>['charge'];

/** Charges and discounts that are to join, amounts in minor units. */
export const chargesOf = ({ sent }: Changes): readonly Charge[] =>
  sent.flatMap(({ change }) => (change.kind === 'add-charge' ? [change.charge] : []));

/** Where what is sent would be sent to. */
export const shipToOf = (order: Order, { sent }: Changes): Order['shipTo'] =>
  sent.flatMap(({ change }) => (change.kind === 'deliver-to' ? [change.shipTo] : [])).at(-1) ?? order.shipTo;

/** Something that is in the way of what was sent; `pointer` is a JSON pointer into it. */
interface InTheWay {
  readonly pointer: string;
  readonly reason: string;
}

/** The reasons at the entries that they are about; under '' those about the order as a whole. */
export const reasonsByPlace = (
  { sent, lacking }: Changes,
  inTheWay: readonly InTheWay[],
): ReadonlyMap<Place | '', readonly string[]> => {
  const pointed = inTheWay.map(({ pointer, reason }) => {
    const index = /^\/changes\/(\d+)/.exec(pointer)?.[1];
    return { at: (index === undefined ? undefined : sent[Number(index)]?.at) ?? ('' as const), reason };
  });
  return new Map(
    Object.entries(Object.groupBy([...lacking, ...pointed], ({ at }) => at)).map(([at, found = []]) => [
      at as Place | '',
      found.map(({ reason }) => reason),
    ]),
  );
};
