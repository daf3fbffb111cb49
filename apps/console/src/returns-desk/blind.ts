import { isMoreThan, serialsIn, tooManySerials } from '../figures/serials.ts';
import { minorUnitExponent, toMinor } from '../figures/money.ts';
import type { AskedToReceiveBlind, Disposition } from '../api/take-back.ts';
import { t } from '../words/words.ts';

/** A good that came back without its order. */
export interface BlindGood {
  readonly sku: string;
  readonly name?: string | undefined;
  readonly units: number;
  readonly disposition: Disposition;
  readonly reason: string;
  /** What was given for it, in major units, as it was typed; nothing where it is empty. */
  readonly given: string;
  /** Serial numbers of its units, as they were typed. */
  readonly serials: string;
}

/** What a person entered about goods that come back without their order. */
export interface BlindDraft {
  readonly goods: readonly BlindGood[];
  readonly currency: string;
  /** How what was given was given. */
  readonly givenAs: string;
  readonly broughtBy: string;
  readonly note: string;
}

export const emptyBlind: BlindDraft = {
  goods: [],
  currency: 'EUR',
  givenAs: 'store-credit',
  broughtBy: '',
  note: '',
};

/** How what is given is given, in words. */
export const waysToGive: Readonly<Record<string, string>> = {
  'store-credit': t('Store credit'),
  cash: t('Cash'),
  card: t('To the card'),
};

/** The draft with one more unit of a good. */
export const withBlindGood = (
  draft: BlindDraft,
  { sku, name }: Pick<BlindGood, 'sku' | 'name'>,
): BlindDraft => {
  const isKnown = draft.goods.some((good) => good.sku === sku);
  const goods: readonly BlindGood[] = isKnown
    ? draft.goods.map((good) => (good.sku === sku ? { ...good, units: good.units + 1 } : good))
    : [...draft.goods, { sku, name, units: 1, disposition: 'restock', reason: '', given: '', serials: '' }];
  return { ...draft, goods };
};

export const withBlindPart = (draft: BlindDraft, sku: string, part: Partial<BlindGood>): BlindDraft => ({
  ...draft,
  goods: draft.goods.map((good) => (good.sku === sku ? { ...good, ...part } : good)),
});

/** Goods of which units are entered: others were taken off again. */
const entered = ({ goods }: BlindDraft) => goods.filter(({ units }) => units > 0);

/** Minor units; undefined where it is no amount of the currency, or below zero. */
const givenFor = ({ given }: BlindGood, currency: string): number | undefined => {
  const minor = given.trim() === '' ? 0 : toMinor(given, minorUnitExponent(currency));
  return minor !== undefined && minor >= 0 ? minor : undefined;
};

/** Whether anything was given for any of it, as far as it is entered. */
export const isGivenFor = (draft: BlindDraft): boolean =>
  entered(draft).some((good) => (givenFor(good, draft.currency) ?? 0) > 0);

/** What the draft lacks to be sent, the first thing of it; undefined where it lacks nothing. */
export const lackingBlind = (draft: BlindDraft): string | undefined => {
  const goods = entered(draft);
  if (goods.length === 0) return t('Find what came back.');
  if (goods.some(({ reason }) => reason === '')) return t('Choose for what they come back.');
  if (goods.some(({ serials, units }) => isMoreThan(serials, units))) return tooManySerials;
  if (!/^[A-Z]{3}$/.test(draft.currency)) return t('Enter the currency in three letters.');
  if (goods.some((good) => givenFor(good, draft.currency) === undefined))
    return t('Enter what was given as an amount in {currency}.', { currency: draft.currency });
  return undefined;
};

/** What is asked so that goods are taken back in a store without their order. */
export const receivingBlind = (
  draft: BlindDraft,
  location: string,
  returnId: string,
): AskedToReceiveBlind => ({
  returnId,
  location,
  currency: draft.currency,
  ...(draft.broughtBy.trim() !== '' && { customer: { name: draft.broughtBy.trim() } }),
  lines: entered(draft).map((good) => {
    const { sku, name, units, disposition, reason } = good;
    const refund = givenFor(good, draft.currency) ?? 0;
    const serials = [...serialsIn(good.serials)];
    return {
      sku,
      ...(name !== undefined && { name }),
      quantity: units,
      disposition,
      reason,
      ...(refund > 0 && { refund }),
      ...(serials.length > 0 && { serials }),
    };
  }),
  ...(isGivenFor(draft) && { givenAs: draft.givenAs }),
  ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
});
