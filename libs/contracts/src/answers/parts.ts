import { z } from 'zod';
import { BusinessDate, Timestamp } from '../envelope.ts';
import { Channel, LocationId, OrderId, OrderNumber, Sku } from '../identifiers.ts';
import { Currency } from '../money.ts';

/** What answers have in common. What is told to us is checked; what we answer is said as it is. */

const text = (schema: z.ZodType) => z.string().describe(schema.description!);

export const sku = text(Sku);
export const location = text(LocationId);
export const channel = text(Channel);
export const orderNumber = text(OrderNumber);
export const orderId = text(OrderId);
export const currency = text(Currency);
export const businessDate = text(BusinessDate);
export const moment = text(Timestamp);
export const lineId = z.string().describe('Names the line within its order.');
export const units = z.int().min(0).describe('Units, a whole number.');
export const eventId = z.string().describe('Id of the event.');
export const messageId = z.string().describe('Names the message here.');

/** Who acted, and where a message names somebody, who handed it in. */
export const actedBy = {
  actor: z
    .string()
    .optional()
    .describe('Role and id of the key that did it; where `submittedBy` is set, whom its message names.'),
  submittedBy: z
    .string()
    .optional()
    .describe(
      'Role and id of the key that handed the message in, where it names somebody else as its actor.',
    ),
};

/** Minor units. */
export const amount = (what: string) => z.int().describe(`${what}, in minor units of the currency.`);

/** A value as its type says it, once it cannot be changed. */
export type Answer<S extends z.ZodType> = Immutable<z.infer<S>>;

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Immutable<T[Name]> }
    : T;

/** Part of a list. */
export const pageOf = <S extends z.ZodType>(item: S, what: string) =>
  z.object({
    items: z.array(item).describe(what),
    next: z.string().optional().describe('`cursor` of the next part; left out at the end.'),
  });

/** All of a list. */
export const listOf = <S extends z.ZodType>(item: S, what: string) =>
  z.object({ items: z.array(item).describe(what) });
