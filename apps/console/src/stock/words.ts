import type { LedgerEntry, Sellable } from '../api/stock.ts';
import { formatMoment } from '../figures/time.ts';
import { wordsOfMessage } from '../orders/status.ts';

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
  purchaseOrder === undefined ? '' : ` against ${purchaseOrder}`;

type Words = (told: Told, nameOf: (locationId: string) => string) => string;

const words: Readonly<Record<string, Words>> = {
  'tributary.inventory.received.v1': ({ purchaseOrder }) => `Received${against(purchaseOrder)}`,
  'tributary.inventory.counted.v1': ({ counted, reason }) => `Counted ${counted}${because(reason)}`,
  'tributary.inventory.count-restated.v1': () => 'A count had seen already what was told late',
  'tributary.inventory.adjusted.v1': ({ reason }) => `Corrected${because(reason)}`,
  'tributary.inventory.sold.v1': () => 'Sold over the counter',
  'tributary.inventory.moved-out.v1': ({ to = '', reason }, nameOf) =>
    `Left for ${nameOf(to)}${because(reason)}`,
  'tributary.inventory.moved-in.v1': ({ from = '', reason }, nameOf) =>
    `Came from ${nameOf(from)}${because(reason)}`,
  'tributary.inventory.issued.v1': ({ beyond }) =>
    beyond === undefined ? 'Left for an order' : `Left for an order, ${beyond} of it not reserved`,
  'tributary.inventory.returned.v1': () => 'Came back, can be sold again',
  'tributary.inventory.reserved.v1': () => 'Reserved for an order',
  'tributary.inventory.released.v1': ({ reason }) => `No longer reserved for an order${because(reason)}`,
  'tributary.inventory.reservation-broken.v1': ({ reason }) =>
    `An order lost what was reserved for it${because(reason)}`,
  'tributary.inventory.supply-expected.v1': ({ quantity, purchaseOrder, expectedAt }) =>
    `${quantity} expected${against(purchaseOrder)}${expectedAt === undefined ? '' : `, by ${formatMoment(expectedAt)}`}`,
  'tributary.inventory.fact-ignored.v1': ({ reason }) =>
    `A message that changes nothing here${because(reason)}`,
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
  units === 0 ? '' : units > 0 ? `+${units.toLocaleString()}` : `−${Math.abs(units).toLocaleString()}`;

type NotSold = NonNullable<Sellable['notSold']>[number]['why'];

const whyNotSold: Readonly<Record<NotSold, string>> = {
  'location-inactive': 'Closed',
  'location-not-defined': 'Not in the network',
  'not-for-channel': 'Not for this channel',
};

/** Why nothing is sold from a location. */
export const notSoldInWords = (why: NotSold): string => whyNotSold[why];

/** How much can be sold, and over which channel, in a line. */
export const sellableInWords = ({ available, channel, most }: Sellable): string => {
  const over = channel === undefined ? '' : ` over ${channel}`;
  const bound = most === undefined ? '' : `, which is told ${most.toLocaleString()} at most`;
  return `${available.toLocaleString()} can be sold${over}${bound}.`;
};
