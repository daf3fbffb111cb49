import { z } from 'zod';
import { type Answer, businessDate, channel, currency, location, moment } from './parts.ts';

const count = (what: string) => z.int().describe(what);
const minor = (what: string) => z.int().describe(`${what}, in minor units.`);

/** Figures of trade. Each fact counts on the business date that it is about. */
export const TradeFigures = z.object({
  orders: count('Orders and sales that were placed.'),
  unitsOrdered: count('Units that were ordered, with those that joined or were cut by a change.'),
  valueOrdered: minor('What these units cost, without charges and discounts of whole orders'),
  unitsCancelled: count('Units that were cancelled, also where they left all the same.'),
  valueCancelled: minor('What the cancelled units had cost'),
  unitsFulfilled: count('Units that were shipped, handed over or carried out at a till.'),
  unitsReturned: count('Units of known orders that came back.'),
  captured: minor('Money that was taken, by exchange as well'),
  refunded: minor('Money that was given back, by exchange as well'),
});
export type TradeFigures = Answer<typeof TradeFigures>;

export const TradeRow = z.object({
  date: businessDate.optional().describe('The business date, by day.'),
  channel: channel.optional().describe('The channel, by channel.'),
  location: location
    .optional()
    .describe('The store whose till it was, by location; left out for orders of no till.'),
  currency,
  reported: TradeFigures.describe('As each business date was known when it was closed.'),
  corrected: TradeFigures.describe('As it is known now, or was at the moment that was asked for.'),
  difference: TradeFigures.describe('What `corrected` has more than `reported`; below zero, less.'),
});
export type TradeRow = Answer<typeof TradeRow>;

/** Trade by business date, as it was reported and as it is corrected. */
export const TradeReport = z.object({
  from: businessDate.describe('The first business date.'),
  to: businessDate.describe('The last business date.'),
  by: z.enum(['day', 'channel', 'location']).describe('What there is a row of, one for each currency.'),
  closes: z.int().describe('Hours after its end at which a business date is closed.'),
  known: moment.describe(
    'The moment up to which `corrected` counts what was recorded, UTC. By `close` it counts what was known then, and this is when the last date is closed.',
  ),
  closed: z.boolean().describe('Whether all dates are closed; until then `reported` may still grow.'),
  items: z.array(TradeRow).describe('Rows in order: of date, channel or location, then of currency.'),
});
export type TradeReport = Answer<typeof TradeReport>;
