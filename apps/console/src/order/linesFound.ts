import type { OrderLine } from '../api/order.ts';

/** Lines whose name or SKU has all the words that were typed, in any case; all of them where nothing was. */
export const linesFound = (lines: readonly OrderLine[], typed: string): readonly OrderLine[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(({ name = '', sku }) => {
    const text = `${name} ${sku}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
