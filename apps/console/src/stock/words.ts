import type { LedgerEntry, Sellable } from '../api/stock.ts';
import { formatMoment } from '../figures/time.ts';
import { wordsOfMessage } from '../orders/status.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

/** What facts of a ledger name, as far as each has it. */
interface Told {
  readonly quantity?: number;
  readonly counted?: number;
  readonly purchaseOrder?: string;
  readonly expectedAt?: string;
  readonly to?: string;
  readonly from?: string;
  readonly reason?: string;
  readonly beyond?: number;
  readonly orderId?: string;
}

const toldBy = ({ data }: Pick<LedgerEntry, 'data'>): Told => (data ?? {}) as Told;

const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);
const against = (purchaseOrder: string | undefined): string =>
  purchaseOrder === undefined ? '' : t(' against {purchaseOrder}', { purchaseOrder });

type Words = (told: Told, nameOf: (locationId: string) => string) => string;

const words: Readonly<Record<string, Words>> = {
  'tributary.inventory.received.v1': ({ purchaseOrder }) =>
    t('Received{purchaseOrder}', { purchaseOrder: against(purchaseOrder) }),
  'tributary.inventory.counted.v1': ({ counted, reason }) =>
    t('Counted {counted}{reason}', { counted, reason: because(reason) }),
  'tributary.inventory.count-restated.v1': () => t('A count had seen already what was told late'),
  'tributary.inventory.adjusted.v1': ({ reason }) => t('Corrected{reason}', { reason: because(reason) }),
  'tributary.inventory.sold.v1': () => t('Sold over the counter'),
  'tributary.inventory.moved-out.v1': ({ to = '', reason }, nameOf) =>
    t('Left for {to}{reason}', { to: nameOf(to), reason: because(reason) }),
  'tributary.inventory.moved-in.v1': ({ from = '', reason }, nameOf) =>
    t('Came from {from}{reason}', { from: nameOf(from), reason: because(reason) }),
  'tributary.inventory.issued.v1': ({ beyond }) =>
    beyond === undefined
      ? t('Left for an order')
      : t('Left for an order, {beyond} of it not reserved', { beyond }),
  'tributary.inventory.returned.v1': () => t('Came back, can be sold again'),
  'tributary.inventory.reserved.v1': () => t('Reserved for an order'),
  'tributary.inventory.released.v1': ({ reason }) =>
    t('No longer reserved for an order{reason}', { reason: because(reason) }),
  'tributary.inventory.reservation-broken.v1': ({ reason }) =>
    t('An order lost what was reserved for it{reason}', { reason: because(reason) }),
  'tributary.inventory.supply-expected.v1': ({ quantity, purchaseOrder, expectedAt }) =>
    t('{quantity} expected{purchaseOrder}{expectedAt}', {
      quantity,
      purchaseOrder: against(purchaseOrder),
      expectedAt:
        expectedAt === undefined ? '' : t(', by {expectedAt}', { expectedAt: formatMoment(expectedAt) }),
    }),
  'tributary.inventory.fact-ignored.v1': ({ reason }) =>
    t('A message that changes nothing here{reason}', { reason: because(reason) }),
};

/** What happened to stock, as people say it. @param nameOf what a location is called */
export const entryInWords = (
  entry: Pick<LedgerEntry, 'type' | 'data'>,
  nameOf: (locationId: string) => string,
): string => words[entry.type]?.(toldBy(entry), nameOf) ?? wordsOfMessage(entry.type);

/** The order that an entry is about, where it is about one. */
export const orderOf = (entry: Pick<LedgerEntry, 'data'>): string | undefined => toldBy(entry).orderId;

/** Units by which a figure moved; nothing where it did not. */
export const movedInWords = (units: number): string =>
  units === 0 ? '' : units > 0 ? `+${formatCount(units)}` : `−${formatCount(Math.abs(units))}`;

type NotSold = NonNullable<Sellable['notSold']>[number]['why'];

const whyNotSold: Readonly<Record<NotSold, string>> = {
  'location-inactive': t('Closed'),
  'location-not-defined': t('Not in the network'),
  'not-for-channel': t('Not for this channel'),
};

/** Why nothing is sold from a location. */
export const notSoldInWords = (why: NotSold): string => whyNotSold[why];

/** How much can be sold, and over which channel, in a line. */
export const sellableInWords = ({ available, channel, most }: Sellable): string => {
  const over = channel === undefined ? '' : t(' over {channel}', { channel });
  const bound = most === undefined ? '' : t(', which is told {most} at most', { most: formatCount(most) });
  return t('{available} can be sold{over}{bound}.', {
    available: formatCount(available),
    over,
    bound,
  });
};
