import type { LineQuantities } from '../api/order.ts';
import { t } from '../words/words.ts';

/** Where the units of a line are: "1 allocated, 2 fulfilled (1 delivered)". Delivered and returned units are fulfilled ones. */
export const whereabouts = (quantities: LineQuantities): string => {
  const { ordered, cancelled, allocated, backordered, fulfilled, delivered, returned } = quantities;
  const { undecided = 0, leftThoughCancelled = 0, surplus = 0, returnedBeyond = 0 } = quantities;
  const nowhere = ordered - cancelled - allocated - backordered - fulfilled;
  const missing = Math.min(undecided, nowhere);
  const partly = delivered > 0 && delivered < fulfilled ? t(' ({delivered} delivered)', { delivered }) : '';
  const parts: readonly (readonly [number, string])[] = [
    [nowhere - missing, t('open')],
    [missing, t('missing at the pickup')],
    [allocated, t('allocated')],
    [backordered, t('backordered')],
    [fulfilled, fulfilled === delivered ? t('delivered') : t('fulfilled{partly}', { partly })],
    [returned, t('returned')],
    [cancelled, t('cancelled')],
    [leftThoughCancelled, t('left although cancelled')],
    [surplus, t('more than ordered')],
    [returnedBeyond, t('returned beyond what left')],
  ];
  return parts
    .filter(([units]) => units > 0)
    .map(([units, word]) => `${units} ${word}`)
    .join(', ');
};
