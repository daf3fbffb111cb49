import { z } from 'zod';
import { type Answer, sku, units } from './parts.ts';

const goods = {
  sku,
  name: z.string().optional().describe('As the catalogue has it; left out where it does not.'),
  together: units.describe('Orders of those that were looked at on which it stands, too.'),
  of: units.describe('Orders that were looked at.'),
  timesAsOften: z.number().describe('How many times as often it stands on them as on orders in general.'),
};

/** What is bought with some goods, and why it is said to be. */
export const BoughtWith = z.object({
  sku,
  orders: units.describe('Orders with it that were looked at: the newest, at most 200.'),
  comparedWith: units.describe('Orders in general that it was compared with: the newest, at most 200.'),
  items: z.array(z.object(goods)).describe('What is bought with it, the surest first.'),
});
export type BoughtWith = Answer<typeof BoughtWith>;

/** What a customer may like, by what others bought with what they bought. */
export const MayLike = z.object({
  items: z
    .array(
      z.object({
        ...goods,
        with: z
          .object({ sku, name: z.string().optional().describe('What an order named it last.') })
          .describe('What they have ordered, with which it is bought.'),
      }),
    )
    .describe('Goods that they have not ordered, the surest first.'),
});
export type MayLike = Answer<typeof MayLike>;
