/**
 * Older versions of an event, read as the current one. Stored events are never edited: a changed
 * meaning is a new version, and its upcaster lives here for ever.
 */
interface Versioned {
  readonly type: string;
  readonly data: unknown;
}

type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

const upcasters: Record<string, { to: string; upcast: Upcaster }> = {
  /** v1 had one delivery method for the whole order; v2 gives each line its own, so that baskets can be mixed. */
  'tributary.order.placed.v1': {
    to: 'tributary.order.placed.v2',
    upcast: ({ method, pickupAt, lines, ...order }) => ({
      ...order,
      lines: (lines as Record<string, unknown>[]).map((line) => ({
        ...line,
        method,
        ...(pickupAt === undefined ? {} : { pickupAt }),
      })),
    }),
  },
};

/** The event in its current version; the same object when it already is. */
export const upcast = <E extends Versioned>(event: E): E => {
  let current = event;
  for (let step = upcasters[current.type]; step; step = upcasters[current.type]) {
    current = { ...current, type: step.to, data: step.upcast(current.data as Record<string, unknown>) };
  }
  return current;
};

export const supersededTypes: readonly string[] = Object.keys(upcasters);

/** The types under which events of a current type may have been recorded: itself, and the versions before it. */
export const recordedAs = (type: string): readonly string[] => [
  type,
  ...supersededTypes.filter((older) => currentTypeOf(older) === type),
];

/** What a type is called in its current version. */
export const currentTypeOf = (type: string): string => {
  const upcaster = upcasters[type];
  return upcaster ? currentTypeOf(upcaster.to) : type;
};
