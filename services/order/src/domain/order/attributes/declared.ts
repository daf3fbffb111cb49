import type {
  AttributeChanges,
  AttributeValue,
  DeclaredAttribute,
  DeclaredAttributes,
  OrderCaptured,
  OrderPlaced,
} from '@tributary/contracts';

/** The stream of what orders may carry. */
export const attributesStream = 'attributes';

export const nothingDeclared: DeclaredAttributes = { attributes: [] };

/** Attributes of an order that was told which it cannot carry: they are kept as text, to be looked at. */
type Unfit = NonNullable<OrderPlaced['unfit']>[number];

/** A captured order with the attributes that are declared, and with those that are not beside them. */
export type Fitted = OrderCaptured & { readonly unfit?: readonly Unfit[] };

/** Whether there is anything to be looked up for an order. */
export const hasAttributes = ({ attributes, lines }: OrderCaptured): boolean =>
  attributes !== undefined || lines.some((line) => line.attributes !== undefined);

/** No order stops for an attribute: what does not fit stands apart, with why. */
export const fitted = (data: OrderCaptured, declared: DeclaredAttributes): Fitted => {
  const ofOrder = sorted(data.attributes ?? {}, 'order', declared);
  const ofLines = data.lines.map((line) => ({
    line,
    ...sorted(line.attributes ?? {}, 'line', declared, line.lineId),
  }));
  const unfit = [...ofOrder.unfit, ...ofLines.flatMap((one) => one.unfit)];
  const { attributes: _, ...rest } = data;
  return {
    ...rest,
    ...carrying(ofOrder.fit),
    lines: ofLines.map(({ line: { attributes: __, ...line }, fit }) => ({ ...line, ...carrying(fit) })),
    ...(unfit.length > 0 && { unfit }),
  };
};

type Values = Record<string, AttributeValue>;

const carrying = (values: Values) => (Object.keys(values).length > 0 ? { attributes: values } : {});

const sorted = (
  values: Values,
  on: DeclaredAttribute['on'],
  declared: DeclaredAttributes,
  lineId?: Unfit['lineId'],
): { readonly fit: Values; readonly unfit: readonly Unfit[] } => {
  const told = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    reason: misfitOf({ on, name, value }, declared),
  }));
  return {
    fit: Object.fromEntries(
      told.filter(({ reason }) => reason === undefined).map(({ name, value }) => [name, value]),
    ),
    unfit: told.flatMap(({ name, value, reason }) =>
      reason === undefined ? [] : [{ ...(lineId && { lineId }), name, value: String(value), reason }],
    ),
  };
};

/** Why some of these cannot be set; taking away always can. */
export const misfitsOf = (
  values: AttributeChanges,
  on: DeclaredAttribute['on'],
  declared: DeclaredAttributes,
): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : (misfitOf({ on, name, value }, declared) ?? []),
  );

interface Told {
  readonly on: DeclaredAttribute['on'];
  readonly name: string;
  readonly value: AttributeValue;
}

/** Why an order or a line cannot carry this, in words for people; undefined where it can. */
const misfitOf = ({ on, name, value }: Told, { attributes }: DeclaredAttributes): string | undefined => {
  const declared = attributes.find((one) => one.name === name && one.on === on);
  if (!declared) return `${name} is not declared for ${on === 'order' ? 'orders' : 'lines'}.`;
  return isOfType(value, declared) ? undefined : `${name} is ${wordsOf(declared)}.`;
};

const isOfType = (value: AttributeValue, { type, values = [] }: DeclaredAttribute): boolean => {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return typeof value === 'string' && values.includes(value);
    default:
      return type satisfies never;
  }
};

/** A day there is, such as `2026-11-30`. */
const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const wordsOf = ({ type, values = [] }: DeclaredAttribute): string => {
  switch (type) {
    case 'text':
      return 'text';
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date such as 2026-11-30';
    case 'choice':
      return `one of ${values.join(', ')}`;
    default:
      return type satisfies never;
  }
};
