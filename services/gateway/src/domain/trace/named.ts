import { orderIdOf } from '@tributary/contracts';

/** What the data of an event names, as far as its consequences lie where that leads. */
export interface Named {
  readonly orders: readonly string[];
  readonly returns: readonly string[];
  readonly skus: readonly string[];
  /** A SKU at a location that stands beside it, or around it. */
  readonly places: readonly { readonly sku: string; readonly location: string }[];
  /** What a part of an order’s life goes by, such as a fulfilment: `<field>:<id>`. */
  readonly parts: ReadonlySet<string>;
}

const placing: readonly string[] = ['location', 'from', 'to'];
const parting: readonly string[] = [
  'decisionId',
  'fulfilmentId',
  'shipmentId',
  'paymentId',
  'refundId',
  'returnId',
  'withdrawalId',
  'proposalId',
];

/**
 * What an event names, wherever in its data it stands; nothing where it is no object.
 * @param data of a fact or a message, of any type
 */
export const namedBy = (data: unknown): Named => {
  const found = new Finding();
  found.lookThrough(data, []);
  return {
    orders: [...found.orders],
    returns: [...found.returns],
    skus: [...found.skus],
    places: [...found.places.values()],
    parts: found.parts,
  };
};

class Finding {
  readonly orders = new Set<string>();
  readonly returns = new Set<string>();
  readonly skus = new Set<string>();
  readonly places = new Map<string, Named['places'][number]>();
  readonly parts = new Set<string>();

  /** @param around locations that hold for what stands within them */
  lookThrough(value: unknown, around: readonly string[]): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) this.lookThrough(item, around);
      return;
    }
    const given = value as Readonly<Record<string, unknown>>;
    const own = placing.map((field) => given[field]).filter((each) => typeof each === 'string');
    const locations = own.length > 0 ? own : around;
    for (const [field, each] of Object.entries(given))
      if (typeof each === 'string') this.take(field, each, locations);
      else this.lookThrough(each, locations);
    // A message of a new order or a sale does not say its id: it follows from where it was taken and its number.
    if (typeof given['channel'] === 'string' && typeof given['number'] === 'string')
      this.orders.add(orderIdOf(given['channel'], given['number']));
  }

  private take(field: string, text: string, locations: readonly string[]): void {
    if (field === 'orderId' || field === 'exchangedFor') this.orders.add(text);
    if (field === 'returnId') this.returns.add(text);
    if (parting.includes(field)) this.parts.add(`${field}:${text}`);
    if (field !== 'sku') return;
    this.skus.add(text);
    for (const location of locations) this.places.set(`${text}\n${location}`, { sku: text, location });
  }
}
