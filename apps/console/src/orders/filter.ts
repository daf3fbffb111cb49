import type { OrderFilter } from '../api/orders.ts';
import { dayBounds } from '../figures/time.ts';

/** A filter as a person sets it; days are the viewer's own. Empty text means unset. */
export interface FilterFields {
  readonly channel: string;
  readonly status: readonly string[];
  readonly location: string;
  readonly customer: string;
  readonly sku: string;
  /** As `name:value`. */
  readonly attribute: string;
  readonly from: string;
  readonly to: string;
}

/** Nothing is set. */
export const noFields: FilterFields = {
  channel: '',
  status: [],
  location: '',
  customer: '',
  sku: '',
  attribute: '',
  from: '',
  to: '',
};

const texts = ['channel', 'location', 'customer', 'sku', 'attribute', 'from', 'to'] as const;

export const fieldsOf = (search: URLSearchParams): FilterFields => {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  return {
    channel: text('channel'),
    status: search.getAll('status'),
    location: text('location'),
    customer: text('customer'),
    sku: text('sku'),
    attribute: text('attribute'),
    from: text('from'),
    to: text('to'),
  };
};

/** The address that shows the same list to a colleague. */
export const searchOf = (fields: FilterFields): URLSearchParams => {
  const search = new URLSearchParams();
  for (const name of texts) if (fields[name] !== '') search.set(name, fields[name]);
  for (const status of fields.status) search.append('status', status);
  return search;
};

/** How many of the filters are set; a range of days counts once. */
export const countOf = (fields: FilterFields): number =>
  [
    fields.channel,
    fields.location,
    fields.customer,
    fields.sku,
    fields.attribute,
    fields.from || fields.to,
  ].filter((text) => text !== '').length + (fields.status.length > 0 ? 1 : 0);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A name and a value, such as `gift-wrap:festive`; while it is typed it is none yet. */
const isAttribute = (text: string): boolean => /^[a-z][a-z0-9-]{0,39}:./.test(text);

/** What to ask the platform for. Days become instants in the viewer's zone; a day that is none is ignored. */
export const askFor = (fields: FilterFields): OrderFilter => ({
  ...(fields.channel === '' ? {} : { channel: fields.channel }),
  ...(fields.status.length === 0 ? {} : { status: fields.status }),
  ...(fields.location === '' ? {} : { location: fields.location }),
  ...(fields.customer === '' ? {} : { customer: fields.customer }),
  ...(fields.sku === '' ? {} : { sku: fields.sku }),
  ...(isAttribute(fields.attribute) ? { attribute: fields.attribute } : {}),
  ...(isDay(fields.from) ? { from: dayBounds(fields.from, fields.from).from } : {}),
  ...(isDay(fields.to) ? { to: dayBounds(fields.to, fields.to).to } : {}),
});
