import type { OrderView } from '../api/orderViews.ts';
import type { FilterFields } from './filter.ts';
import { searchOf } from './filter.ts';

/** What a list of orders is asked by, as the address says it. */
export interface Asked {
  readonly fields: FilterFields;
  /** Id of the view that is open; empty where none is. */
  readonly view: string;
  /** What was typed; undefined in a view that is shown as it was saved. */
  readonly q: string | undefined;
}

/** The address that shows the same list to a colleague. */
export const addressOf = ({ fields, view, q }: Asked): URLSearchParams => {
  const search = searchOf(fields);
  if (view !== '') search.set('view', view);
  if (q !== undefined && (q !== '' || view !== '')) search.set('q', q);
  return search;
};

/** What was typed, by the address. */
export const typedIn = (search: URLSearchParams): Pick<Asked, 'view' | 'q'> => ({
  view: search.get('view') ?? '',
  q: search.get('q')?.trim(),
});

/** What is asked for where a view is changed: as it was saved, the address needs no text. */
export const changedFrom = (view: OrderView | undefined, text: string): string | undefined =>
  view?.q === text ? undefined : text;

const bare = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u;
/** In quotation marks a value is itself, whatever signs it has. */
const quoted = (value: string): string =>
  bare.test(value) ? value : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const days = (from: string, to: string): string => {
  if (to === '') return `placed:>=${from}`;
  return from === '' ? `placed:<=${to}` : `placed:${from}..${to}`;
};

const statuses = (status: readonly string[]): string =>
  status.length === 1 ? `status:${status[0]}` : `status:(${status.join(' OR ')})`;

/** The filters as terms, each under its field. */
const termsOf = ({
  status,
  channel,
  location,
  customer,
  sku,
  attribute,
  from,
  to,
}: FilterFields): readonly (readonly [field: string, term: string])[] => {
  const colon = attribute.indexOf(':');
  const name = `attr.${attribute.slice(0, colon)}`;
  return [
    ...(status.length > 0 ? [['status', statuses(status)] as const] : []),
    ...(channel === '' ? [] : [['channel', `channel:${quoted(channel)}`] as const]),
    ...(location === '' ? [] : [['location', `location:${quoted(location)}`] as const]),
    ...(customer === '' ? [] : [['customer', `customer:${quoted(customer)}`] as const]),
    ...(sku === '' ? [] : [['sku', `sku:${quoted(sku)}`] as const]),
    ...(colon < 1 ? [] : [[name, `${name}:${quoted(attribute.slice(colon + 1))}`] as const]),
    ...(from === '' && to === '' ? [] : [['placed', days(from, to)] as const]),
  ];
};

/** Whether terms of a field that are not left out stand in a text. */
const asksBy = (q: string, field: string): boolean =>
  q
    .replaceAll(/"(?:\\.|[^"\\])*"/g, '""')
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(`${field}:`));

/**
 * What was typed together with the filters, as one text, so that a view is one.
 * @returns the fields that stand in both where some do: in one text their values would be alternatives
 */
export const asOneText = (
  q: string,
  fields: FilterFields,
): { readonly text: string } | { readonly twice: readonly string[] } => {
  const terms = termsOf(fields);
  const twice = terms.map(([field]) => field).filter((field) => asksBy(q, field));
  return twice.length > 0
    ? { twice }
    : { text: [q, ...terms.map(([, term]) => term)].filter((part) => part !== '').join(' ') };
};
