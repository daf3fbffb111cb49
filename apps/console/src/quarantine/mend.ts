import type { Fault } from '../api/problem.ts';
import { t } from '../words/words.ts';

type Holder = Record<string, unknown>;

/** The parts of a JSON pointer (RFC 6901). */
const partsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

const inWords = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();

/** A place in a message in words, counted from one: `/data/lines/0/unitPrice` is `Lines 1, unit price`. */
export const placeOf = (pointer: string): string => {
  const parts = partsOf(pointer);
  const named = (parts[0] === 'data' && parts.length > 1 ? parts.slice(1) : parts).reduce<readonly string[]>(
    (words, part) =>
      /^\d+$/.test(part) && words.length > 0
        ? [...words.slice(0, -1), `${words.at(-1)!} ${Number(part) + 1}`]
        : [...words, inWords(part)],
    [],
  );
  const text = named.join(', ');
  return text === '' ? t('The whole message') : text[0]!.toUpperCase() + text.slice(1);
};

/** What stands at a place; undefined where nothing does. */
export const valueAt = (message: unknown, pointer: string): unknown =>
  partsOf(pointer).reduce<unknown>(
    (holder, part) => (isHolder(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined),
    message,
  );

/** A copy of a message with something else at a place; the message itself where nothing can stand there. */
const changedAt = (
  message: unknown,
  [part, ...rest]: readonly string[],
  change: (holder: Holder | unknown[], part: string) => void,
): unknown => {
  if (part === undefined || !isHolder(message)) return message;
  const copy = (Array.isArray(message) ? [...(message as unknown[])] : { ...message }) as Holder;
  if (rest.length === 0) change(copy, part);
  else if (Object.hasOwn(copy, part)) put(copy, part, changedAt(copy[part], rest, change));
  return copy;
};

/** A field is one of the message's own, also where it is called as every object's. */
const put = (holder: Holder | unknown[], part: string, value: unknown): void => {
  Object.defineProperty(holder, part, { value, enumerable: true, configurable: true, writable: true });
};

/** A message with another value at a place. */
export const withValueAt = (message: unknown, pointer: string, value: unknown): unknown =>
  changedAt(message, partsOf(pointer), (holder, part) => put(holder, part, value));

/** A message without what stands at a place; of a list, without the entry. */
export const withoutValueAt = (message: unknown, pointer: string): unknown =>
  changedAt(message, partsOf(pointer), (holder, part) => {
    if (Array.isArray(holder)) holder.splice(Number(part), 1);
    else delete holder[part];
  });

/** Whether a person can write what stands at a place into one field. */
export const isOneField = (message: unknown, { pointer }: Fault): boolean =>
  pointer !== '' &&
  !isHolder(valueAt(message, pointer)) &&
  isHolder(valueAt(message, pointer.slice(0, pointer.lastIndexOf('/'))));

/** What stands at a place, as a person writes it. */
export const writtenAt = (message: unknown, pointer: string): string => {
  const value = valueAt(message, pointer);
  return value === undefined || value === null ? '' : String(value as string | number | boolean);
};

/** What a person wrote, as the kind of value that is expected there; as what stood there where that is not known. */
export const valueOf = (written: string, { expected }: Fault, before: unknown): unknown => {
  const kind = expected ?? typeof before;
  const text = written.trim();
  if (kind === 'number' && text !== '' && Number.isFinite(Number(text))) return Number(text);
  if (kind === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return written;
};
