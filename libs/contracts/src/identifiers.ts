import { z } from 'zod';
import { identifies } from './identifying-mark.ts';

/**
 * The identifiers of the published language. Each is a plain string on the wire and a branded
 * type in code, so that a SKU cannot be passed where a location is meant.
 *
 * A name is what another system calls a thing, so it is taken as it is: `#1001`, `2026/0001`, `50%-OFF`,
 * `น้ำ`. Two rules make the same name typed twice the same thing: it is kept in Unicode's normal form C,
 * and every kind of space is a plain one. Refused is what cannot be seen or told apart: control and
 * format characters (but for the joiners that scripts are written with), broken surrogates, spaces at
 * either end. Case tells names apart.
 */
const seen = String.raw`(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\s]|[\u200C\u200D])`;

/** 1–64 characters (code points). */
const name = `${seen}(?:(?:${seen}| ){0,62}${seen})?`;

const spaces = /\p{Zs}/gu;
// Most names are plain ASCII, which is normal already.
const plain = /^[\0-\x7f]*$/;
// The longest id has 102 characters, and up to four of a text make one. What is longer is refused as it is:
// to put marks in their normal order takes the square of their number.
const mostUnits = 1_024;
/** A name in the form in which it is kept: Unicode's normal form C, every kind of space a plain one. */
export const normalName = (text: string): string =>
  text.length > mostUnits || plain.test(text) ? text : text.normalize('NFC').replace(spaces, ' ');

const identifier = (pattern: string, what: string) =>
  z
    .string()
    .overwrite(normalName)
    .regex(new RegExp(`^${pattern}$`, 'u'), what);

const rule = 'is 1–64 characters that can be seen, with spaces only between them';
/** `.` and `..` alone cannot be addressed: they are steps of a path. */
const addressed = `(?!\\.{1,2}$)${name}`;

export const Sku = identifier(addressed, `A SKU ${rule}, and not . or .. alone.`)
  .brand<'Sku'>()
  .describe('Stock-keeping unit: what a good is called, the same in every system.');
export type Sku = z.infer<typeof Sku>;

export const LocationId = identifies(
  'location',
  identifier(addressed, `A location id ${rule}, and not . or .. alone.`)
    .brand<'LocationId'>()
    .describe('A location of the network: a store, a warehouse or a drop-shipper.'),
);
export type LocationId = z.infer<typeof LocationId>;

const channel = '[a-z][a-z0-9-]{0,31}';

export const Channel = identifies(
  'channel',
  identifier(
    channel,
    'A channel is 1–32 lower-case letters, digits or hyphens, e.g. web, pos, marketplace-eu.',
  )
    .brand<'Channel'>()
    .describe('Where orders come from: `web`, `pos`, `marketplace-eu`.'),
);
export type Channel = z.infer<typeof Channel>;

const use = '~[1-9][0-9]{0,3}';

export const OrderNumber = identifier(
  `(?!.*${use}$)${name}`,
  `An order number ${rule}; it does not end in ~ and a number, which tells apart orders under one number.`,
).describe('What the channel calls the order; unique within the channel.');

/**
 * `<channel>.<number>`: any system that knows the channel's number can name the order before it has been
 * captured. Where a till used a number again, `~2`, `~3` … tell the later ones from the first.
 */
export const OrderId = identifies(
  'order',
  identifier(
    `${channel}\\.(?!.*${use}${use}$)(?:${name}|${name}${use})`,
    'An order id is <channel>.<number>, e.g. web.100045 or web.#1001.',
  )
    .brand<'OrderId'>()
    .describe('The order, `<channel>.<number>`; `~2`, `~3` … after it where a number was used again.'),
);
export type OrderId = z.infer<typeof OrderId>;

/** Names of lines, fulfilments, shipments, returns and other parts, as their own system numbers them. */
export const PartId = identifier(addressed, `An id ${rule}, and not . or .. alone.`);

/** Why an order is held, as rules, people and systems name it: some are known to all, others are a retailer's own. */
export const HoldReason = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'A reason for a hold is 1–40 lower-case letters, digits or hyphens, e.g. fraud or gift-message.',
  )
  .describe('Why it is held: `payment`, `fraud`, `address`, `csr`, or a reason of your own.');
export type HoldReason = z.infer<typeof HoldReason>;

/** A return, as its own system numbers it; one that a till's receipt told of has the id of the receipt, that of an order. */
export const ReturnId = identifier(
  `(?!\\.{1,2}$)${seen}(?:(?:${seen}| ){0,100}${seen})?`,
  'An id is 1–102 characters that can be seen, with spaces only between them, and not . or .. alone.',
);

/** @param use the how-manieth order under this number it is, from 1 */
export const orderIdOf = (channel: string, number: string, use = 1): OrderId =>
  OrderId.parse(use === 1 ? `${channel}.${number}` : `${channel}.${number}~${use}`);

/** The channel that an order's id begins with. */
export const channelOfOrder = (orderId: string): string => orderId.slice(0, orderId.indexOf('.'));

/**
 * Names in one key, of which no other names give the same: in each, the separator and `%` are written in
 * hexadecimal, as in a URL.
 * @param separator one ASCII sign
 */
export const joinedNames = (separator: string, ...names: readonly string[]): string =>
  names.map((one) => escaped(one, separator)).join(separator);

const escaped = (text: string, separator: string): string =>
  text.includes(separator) || text.includes('%')
    ? text.replaceAll('%', '%25').replaceAll(separator, percentOf(separator))
    : text;

const percentOf = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** A SKU at a location, as keys and the names of ledgers have it: `<sku>@<location>`. */
export const placeKeyOf = (sku: string, location: string): string => joinedNames('@', sku, location);
