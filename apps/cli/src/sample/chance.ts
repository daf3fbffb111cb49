/** A stream of choices that is the same for the same names: the sample is made, not random. */
export interface Chance {
  /** A number in [0, 1). */
  share(): number;
  /** An integer, both ends included. */
  whole(from: number, to: number): number;
  one<T>(of: readonly T[]): T;
  /** True with this probability. */
  happens(probability: number): boolean;
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  digits(count: number): string;
}

/** FNV-1a over UTF-16 units. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
};

/** Mulberry32, a 32-bit generator by Tommy Ettinger (public domain). */
const mulberry32 = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** @param names what is being decided, e.g. the seed, `order` and its index */
export const chanceOf = (...names: readonly (string | number)[]): Chance => {
  const share = mulberry32(hashOf(names.join('\u0000')));
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1));
  return {
    share,
    whole,
    one: (of) => of[whole(0, of.length - 1)]!,
    happens: (probability) => share() < probability,
    weighted: (choices) => {
      let left = share() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = choices.find(([, weight]) => (left -= weight) < 0);
      return (chosen ?? choices.at(-1)!)[0];
    },
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
  };
};
