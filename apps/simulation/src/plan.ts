import { type Chance, seededChance } from '@tributary/simulation';
import type { Rates } from './climate.ts';
import { type Told, amplyStockedDay, scarceDay } from './trading/days.ts';
import { type Asked, deskDay } from './trading/desk.ts';
import { type Fault, faultKinds, faultOf } from './faults.ts';

/** Something that is done to a world from outside, so many virtual milliseconds after it opened. */
export type Action = { readonly at: number } & (
  | { readonly kind: 'tell'; readonly messages: readonly Told[] }
  | { readonly kind: 'ask'; readonly asked: Asked }
  | { readonly kind: 'fault'; readonly fault: Fault }
);

/** All that a seed stands for, but for what chance decides on the way. */
export interface Plan {
  readonly seed: number;
  /** Told and settled before anything else. */
  readonly opening: readonly Told[];
  readonly actions: readonly Action[];
  readonly rates: Rates;
  /** Of the embedded platform: files of its own, or servers that others could write to. */
  readonly engines: 'files' | 'servers';
  /** It is killed when all is done, not stopped. */
  readonly isKilled: boolean;
  /** What is told, once and in order: set where everybody must end with the same, whatever was told when. */
  readonly inOrder?: readonly Told[];
}

/** What only its event id tells from another like it: two lamps may break at the same moment. */
const nameless = new Set([
  'tributary.stock.received.v1',
  'tributary.stock.adjusted.v1',
  'tributary.stock.moved.v1',
]);

/** Some of it once more, under the same event id, or another where the business can tell. */
const retold = (messages: readonly Told[], chance: Chance): Told[] =>
  messages.flatMap((told) => {
    if (!chance.happens(0.15)) return [told];
    const isAnother = !nameless.has(told.type) && chance.happens(0.7);
    return [told, isAnother ? { ...told, id: `${told.id} again` } : told];
  });

/** In pieces, one after the other or many at once. */
const telling = (messages: readonly Told[], chance: Chance): Action[] => {
  const longestGap = chance.of([0, 30, 400]);
  const actions: Action[] = [];
  let at = 0;
  for (let from = 0; from < messages.length;) {
    const to = from + 1 + chance.below(6);
    actions.push({ at, kind: 'tell', messages: messages.slice(from, to) });
    at += chance.below(longestGap + 1);
    from = to;
  }
  return actions;
};

/** Of some kinds, in most worlds not of all. */
const faults = (chance: Chance, until: number): Action[] => {
  const kinds = faultKinds.filter(() => chance.happens(0.4));
  if (kinds.length === 0) return [];
  return Array.from({ length: chance.below(5) }, () => ({
    at: chance.below(until + 500),
    kind: 'fault' as const,
    fault: faultOf(chance.of(kinds), chance),
  }));
};

const rates = (chance: Chance): Rates => ({
  lost: chance.of([0, 0, 0.02, 0.1]),
  answerLost: chance.of([0, 0, 0.02, 0.1]),
  stalled: chance.of([0, 0, 0.02, 0.2]),
  skew: chance.of([0, 0, 500, 60_000]),
});

/** What a message places, if it does. */
const orderOf = ({ type, data }: Told): string[] => {
  const isPlacing = type === 'tributary.order.captured.v1' || type === 'tributary.sale.recorded.v1';
  const { channel, number } = data as { channel: string; number: string };
  return isPlacing ? [`${channel}.${number}`] : [];
};

/**
 * People ask things of orders meanwhile: on some days when goods are scarce, by chance of their own. What is decided at a
 * desk hangs on what is known by then.
 */
const wishes = (seed: number, trading: readonly Told[], until: number): Action[] => {
  const chance = seededChance(seed ^ 0x5eed);
  const orders = trading.flatMap(orderOf);
  if (orders.length === 0 || !chance.happens(0.3)) return [];
  return deskDay(chance, orders).map((asked) => ({
    at: Math.floor(until / 3) + chance.below(until + 3_000),
    kind: 'ask',
    asked,
  }));
};

/** What a seed stands for, the same each time. */
export const planOf = (seed: number): Plan => {
  const chance = seededChance(seed);
  const isAmple = chance.happens(0.2);
  const { opening, trading } = (isAmple ? amplyStockedDay : scarceDay)(chance);
  const messages = retold(trading, chance);
  const told = telling(chance.happens(0.6) ? chance.shuffled(messages) : messages, chance);
  const until = told.at(-1)?.at ?? 0;
  const asked = isAmple ? [] : wishes(seed, trading, until);
  const actions = [...told, ...asked, ...faults(chance, until)].sort((one, other) => one.at - other.at);
  return {
    seed,
    opening,
    actions,
    rates: rates(chance),
    engines: chance.happens(0.2) ? 'servers' : 'files',
    isKilled: chance.happens(0.5),
    ...(isAmple && { inOrder: trading }),
  };
};
