import { z } from 'zod';

/**
 * The identifiers of the published language. Each is a plain string on the wire and a branded
 * type in code, so that a SKU cannot be passed where a location is meant.
 */
const identifier = (pattern: RegExp, what: string) => z.string().regex(pattern, what);

export const Sku = identifier(
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/+#&()-]{0,62}[\p{L}\p{N}._/+#&()-])?$/u,
  'A SKU is 1–64 letters, digits, spaces or ._/+#&()- and starts with a letter or digit.',
).brand<'Sku'>();
export type Sku = z.infer<typeof Sku>;

export const LocationId = identifier(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'A location id is 1–64 letters, digits or ._- and starts with a letter or digit.',
).brand<'LocationId'>();
export type LocationId = z.infer<typeof LocationId>;

export const Channel = identifier(
  /^[a-z][a-z0-9-]{0,31}$/,
  'A channel is 1–32 lower-case letters, digits or hyphens, e.g. web, pos, marketplace-eu.',
).brand<'Channel'>();
export type Channel = z.infer<typeof Channel>;

export const OrderNumber = identifier(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'An order number is 1–64 letters, digits or ._- as the channel knows it.',
);

/**
 * `<channel>.<number>`: any system that knows the channel's number can name the order before it has been
 * captured. Where a till used a number again, `~2`, `~3` … tell the later ones from the first.
 */
export const OrderId = identifier(
  /^[a-z][a-z0-9-]{0,31}\.[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:~[1-9][0-9]{0,3})?$/,
  'An order id is <channel>.<number>, e.g. web.100045.',
).brand<'OrderId'>();
export type OrderId = z.infer<typeof OrderId>;

/** Names of lines, fulfilments, shipments, returns and other parts, as their own system numbers them. */
export const PartId = identifier(
  /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
  'An id is 1–64 letters, digits or ._:- and starts with a letter or digit.',
);

/** @param use the how-manieth order under this number it is, from 1 */
export const orderIdOf = (channel: string, number: string, use = 1): OrderId =>
  OrderId.parse(use === 1 ? `${channel}.${number}` : `${channel}.${number}~${use}`);
