import type { Placed } from './useNewOrder.ts';
import { t } from '../words/words.ts';

/** What the page of an order is told by the room that placed it. */
export interface JustPlaced {
  readonly agreed: Placed['agreed'];
}

const words: Readonly<Record<Placed['agreed'], string>> = {
  nothing: t('The order is placed.'),
  made: t('The order is placed, and the other price or discount is agreed.'),
  waits: t(
    'The order is placed at the prices of the catalogue. The other price or discount is above what you may agree on, and waits for a supervisor.',
  ),
};

/** What became of it, in words; nothing where the page was reached otherwise. */
export const placedInWords = (state: unknown): string | undefined => {
  const { agreed } = (state ?? {}) as Partial<JustPlaced>;
  return agreed === undefined ? undefined : words[agreed];
};
