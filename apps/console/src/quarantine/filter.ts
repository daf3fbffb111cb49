import type { InboxFilter, InboxMessage } from '../api/inbox.ts';
import { t } from '../words/words.ts';

/** What is shown, as it is chosen: those that wait unless told. */
export const shownStates = [
  { value: 'waiting', label: t('Waiting') },
  { value: 'dismissed', label: t('Dismissed') },
  { value: 'released', label: t('Released') },
  { value: 'all', label: t('All') },
] as const;

/** What the address asks for; of a state that nobody knows, those that wait. */
export const filterIn = (search: URLSearchParams): InboxFilter => {
  const asked = search.get('state') ?? 'waiting';
  const { value } = shownStates.find((one) => one.value === asked) ?? shownStates[0];
  const [code, source] = [search.get('code'), search.get('source')];
  return { ...(value !== 'all' && { state: value }), ...(code && { code }), ...(source && { source }) };
};

/** An address with one thing asked otherwise; what is as usual is left out of it. */
export const searchWith = (
  search: URLSearchParams,
  name: 'state' | 'code' | 'source',
  value: string,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  if (value === '' || (name === 'state' && value === 'waiting')) next.delete(name);
  else next.set(name, value);
  return next;
};

/** Values that messages can be told apart by: those of the messages that are shown, and the one that is asked for. */
export const choicesOf = (
  messages: readonly InboxMessage[],
  name: 'code' | 'source',
  asked: string | undefined,
): readonly string[] =>
  [...new Set([...messages.map((message) => message[name]), asked])]
    .filter((value) => value !== undefined)
    .toSorted();
