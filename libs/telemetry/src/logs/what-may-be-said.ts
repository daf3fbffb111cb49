/**
 * What a log may say: ids and counts, never personal data. Of an object only the fields named here
 * are told; of an error its kind and where it was thrown, and its message where that kind of error
 * does not quote what it was given; of any text all but what looks like an address of a person.
 */
const tellable = new Set([
  'attempts',
  'attempt',
  'code',
  'collection',
  'count',
  'decisionId',
  'durationMs',
  'eventId',
  'eventType',
  'group',
  'host',
  'keyId',
  'location',
  'messageId',
  'method',
  'offset',
  'orderId',
  'partition',
  'port',
  'position',
  'route',
  'service',
  'sku',
  'status',
  'topic',
  'type',
  'version',
]);

/** Errors whose message quotes the input: a JSON text, a field of a form, a row of a table. */
const quoting = new Set([
  'SyntaxError',
  'ZodError',
  'Problem',
  'UnreadableEvent',
  'MongoServerError',
  'MongoBulkWriteError',
  'DatabaseError',
  // What node-postgres calls a refusal by the server.
  'error',
]);

const maxText = 2_000;
const maxCauses = 3;

// Bounded, so that a long text without an address costs no more than its length.
const addressLike = /[^\s@"'<>(),;]{1,64}@[^\s@"'<>(),;]{1,255}/g;
const phoneLike = /\+\d[\d ()/-]{6,20}\d/g;

export const withoutAddresses = (text: string): string =>
  text.slice(0, maxText).replace(addressLike, '[address]').replace(phoneLike, '[phone]');

export type Told = Readonly<Record<string, string | number | boolean>>;

/** The ids and counts of an object, as far as they are known to be such. Nested objects are left out. */
export const idsOf = (object: object): Told => {
  const told: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(object)) {
    if (!tellable.has(name)) continue;
    if (typeof value === 'string') told[name] = withoutAddresses(value).slice(0, 200);
    else if (typeof value === 'number' || typeof value === 'boolean') told[name] = value;
  }
  return told;
};

export interface ToldError {
  readonly name: string;
  readonly message?: string;
  readonly about: Told;
  readonly stack?: string;
  readonly cause?: ToldError;
}

export const errorOf = (error: Error, depth = 0): ToldError => {
  const stack = framesOf(error.stack ?? '');
  return {
    name: error.name,
    ...(!quotes(error) && { message: withoutAddresses(error.message) }),
    about: idsOf(error),
    ...(stack && { stack }),
    ...(error.cause instanceof Error && depth < maxCauses && { cause: errorOf(error.cause, depth + 1) }),
  };
};

/** A library may have set the name or only the class. */
const quotes = (error: Error): boolean => quoting.has(error.name) || quoting.has(error.constructor.name);

/** The first lines of a stack repeat the message, which may be long and of several lines. */
export const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line) && /:\d+:\d+\)?$|\((?:native|<anonymous>)\)$/.test(line))
    .slice(0, 20)
    .map((line) => line.trim())
    .join('\n');
