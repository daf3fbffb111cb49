import { type Correction, pointerOf } from '@tributary/contracts';

/** Places that are told: a message that was written anew is read whole. */
const mostPlaces = 50;
/** Longest value that is told whole, in UTF-16 code units of JSON. */
const longestValue = 300;

/**
 * What a person corrected in a message, place by place, in the order of what they wrote: a field that was put in or
 * taken out with all that it holds, and a value that became another. Lists are compared entry by entry.
 * @param before the message as it came: JSON text, or what was no JSON or only the beginning of it
 * @param after what is taken in, parsed JSON
 * @returns the first 50; none where nothing was corrected
 */
export const correctionsOf = (before: string, after: unknown): readonly Correction[] => {
  const found: Correction[] = [];
  const parsed = parsedOf(before);
  if (parsed === undefined) return [{ pointer: '', before: shown(before), after: shown(after) }];
  compare(parsed.value, after, [], found);
  return found;
};

const compare = (before: unknown, after: unknown, path: readonly string[], found: Correction[]): void => {
  if (found.length >= mostPlaces || before === after) return;
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    found.push({
      pointer: pointerOf(path),
      ...(before !== undefined && { before: shown(before) }),
      ...(after !== undefined && { after: shown(after) }),
    });
    return;
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    compare(ownOf(before, name), ownOf(after, name), [...path, name], found);
};

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** What a sender calls `constructor` is a field like any other. */
const ownOf = (holder: Holder, name: string): unknown =>
  Object.hasOwn(holder, name) ? holder[name] : undefined;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
};

const parsedOf = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};
