import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { Customer, LocationAddress } from './inbound/shapes.ts';
import {
  type PersonalChange,
  dataSchemasByType,
  partsOf,
  personalPathsIn,
  personalPathsOf,
  withPersonal,
} from './personal-data.ts';
import { personal } from './personal-mark.ts';

type Schema = Readonly<Record<string, unknown>>;
const types = [...dataSchemasByType.keys()];
const jsonSchema = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;

const secret = 'Ada Lovelace';

/** Data as a schema shapes it, whose marked values all hold the secret and whose others do not. */
const dataOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema['x-personal'] === true)
    return fc.constantFrom<unknown>(secret, { name: secret, lines: [secret] }, [{ [secret]: 1 }]);
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (alternatives) return fc.oneof(...(alternatives as Schema[]).map(dataOf));
  if (schema['type'] === 'array') return fc.array(dataOf(schema['items'] as Schema), { maxLength: 3 });
  if (schema['type'] !== 'object') return fc.constantFrom<unknown>('text', 7, true, null);
  const { properties = {}, additionalProperties } = schema as Record<string, Record<string, Schema>>;
  return additionalProperties && !schema['properties']
    ? fc.dictionary(fc.constantFrom('a', 'b/c', '*'), dataOf(additionalProperties as Schema), {
        noNullPrototype: true,
      })
    : fc.record(Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, dataOf(part)])), {
        requiredKeys: [],
        noNullPrototype: true,
      });
};

const message = fc
  .constantFrom(...types)
  .chain((type) => dataOf(jsonSchema(dataSchemasByType.get(type)!)).map((data) => ({ type, data })));

/** Every value that is personal, by its place. */
const personalIn = (event: { type: string; data: unknown }): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  withPersonal(event, (value, at) => (found[at] = value));
  return found;
};
const redact: PersonalChange = () => 'redacted';

describe('Personal data of an event', () => {
  it('is found by its place', () => {
    const data = {
      customer: { id: 'C1', name: 'Ada', email: 'ada@example.com' },
      shipTo: { country: 'GB' },
      lines: [{ name: 'Mug' }],
    };
    expect(personalIn({ type: 'tributary.order.captured.v1', data })).toEqual({
      '/customer/name': 'Ada',
      '/customer/email': 'ada@example.com',
      '/shipTo': { country: 'GB' },
    });
    expect(
      personalIn({
        type: 'tributary.customer.updated.v1',
        data: { id: 'C1', addresses: [{ city: 'Leeds' }] },
      }),
    ).toEqual({ '/addresses/0': { city: 'Leeds' } });
  });

  it('stays as it is where each value is replaced by itself', () => {
    fc.assert(
      fc.property(message, (event) => {
        expect(withPersonal(event, (value) => value)).toStrictEqual(event.data);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is gone once each value is replaced, and all else stays', () => {
    fc.assert(
      fc.property(message, (event) => {
        const redacted = withPersonal(event, redact);
        expect(JSON.stringify(redacted)).not.toContain(secret);
        const back = Object.entries(personalIn(event));
        let next = 0;
        expect(withPersonal({ ...event, data: redacted }, () => back[next++]?.[1])).toStrictEqual(event.data);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is looked for without a fault in data of any shape, also under a type of any name', () => {
    const anyType = fc.oneof(fc.constantFrom(...types), fc.constantFrom('constructor', '__proto__', ''));
    fc.assert(
      fc.property(anyType, fc.jsonValue(), (type, data) => {
        expect(withPersonal({ type, data }, (value) => value)).toEqual(data);
      }),
    );
  });

  it('is all of it where the type is not known', () => {
    expect(personalPathsOf('tributary.order.placed.v9')).toEqual(['']);
    expect(withPersonal({ type: 'tributary.order.placed.v9', data: { note: secret } }, redact)).toBe(
      'redacted',
    );
  });
});

describe('Personal data of a message that an event carries', () => {
  const delivered = { orderId: 'web.1', shipmentId: 'S1', signedBy: secret };
  const without = { ...delivered, signedBy: 'redacted' };

  it('is found in a message that waits for its order, and its other values stay', () => {
    const parked = { orderId: 'web.1', messageType: 'tributary.shipment.delivered.v1', data: delivered };
    const event = { type: 'tributary.order.fact-parked.v1', data: parked };
    expect(withPersonal(event, redact)).toEqual({ ...parked, data: without });
    expect(personalIn(event)).toEqual({ '/data/signedBy': secret });
  });

  it('is found in a dead letter, in whatever that carries in turn', () => {
    const waiting = { messageType: 'tributary.shipment.delivered.v1', data: delivered };
    const letter = (data: unknown) => ({
      type: 'tributary.message.parked.v1',
      data: { group: 'g', message: { id: '1', type: 'tributary.order.fact-parked.v1', data } },
    });
    expect(withPersonal(letter(waiting), redact)).toEqual(letter({ ...waiting, data: without }).data);
    expect(personalIn(letter(waiting))).toEqual({ '/message/data/data/signedBy': secret });
  });

  it('is all of it where it is no event', () => {
    const event = { type: 'tributary.message.parked.v1', data: { group: 'g', message: secret } };
    expect(withPersonal(event, redact)).toEqual({ group: 'g', message: 'redacted' });
  });
});

/** Names under which people are told of, and values of which nobody knows what they hold. */
const tellsOfPeople =
  /name|mail|phone|mobile|fax|street|city|region|postal|zip|country|coordinates|latitude|longitude|address|shipTo|billTo|birth|gender|signed|collected|recipient|contact|note$|comment|raw/i;
const isUnknown = (schema: Schema): boolean =>
  !['type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', '$ref'].some((key) => key in schema);

/** Values that look personal, and are not marked. */
const suspects = (schema: Schema, at = ''): string[] => {
  if (schema['x-personal'] === true) return [];
  const name = at.split('/').findLast((step) => step !== '*') ?? '';
  const parts = partsOf(schema);
  if (parts.length > 0) return parts.flatMap(([step, part]) => suspects(part, at + step));
  return tellsOfPeople.test(name) || isUnknown(schema) ? [at] : [];
};

/** Names of things, places and keys. What is added here is nobody's. */
const ofNobody: readonly [path: RegExp, what: string][] = [
  [/ \/(lines|charges)\/\*\/name$/, 'a product or a charge'],
  [/ \/asked\/changes\/\*\/(line|charge)\/name$/, 'a product or a charge'],
  [/^tributary\.product\.updated\.v1 \/name$/, 'a product'],
  [/^tributary\.location\.(updated|defined)\.v1 \/(name|address\/.+)$/, 'a location of the network'],
  [/^tributary\.postal-areas\.(updated|defined)\.v1 \/(country|areas\/.+)$/, 'an area of many addresses'],
  [/^tributary\.return\.policy-set\.v1 \/reasons\/\*\/name$/, 'a reason'],
  [/^tributary\.return\.policy-set\.v1 \/withdrawalDays$/, 'a number of days'],
  [/^tributary\.order\.withdrawn\.v1 \/withdrawalId$/, 'a withdrawal'],
  [/^tributary\.hold\.rules-set\.v1 \/rules\/\*\/(name|note|when\/isUnaddressed)$/, 'a rule'],
  [
    /^tributary\.segment\.defined\.v1 \/segments\/\*\/(name|conditions\/\*\/names\/\*)$/,
    'a segment, or what goods and places are called',
  ],
  [/^tributary\.attribute\.declared\.v1 \/attributes\/\*\/name$/, 'an attribute'],
  [/^tributary\.order\.placed\.v2 \/unfit\/\*\/name$/, 'an attribute'],
  [/^tributary\.ruleset\.published\.v1 \/name$/, 'a rule set'],
  [/^tributary\.message\.unknown-name\.v1 \/name$/, 'a location or a SKU'],
  [/^tributary\.key\.issued\.v1 \/name$/, 'a key'],
  [/^tributary\.webhook\.(subscribed|changed)\.v1 \/name$/, 'a webhook'],
];

describe('A value that looks personal', () => {
  const found = types.flatMap((type) =>
    suspects(jsonSchema(dataSchemasByType.get(type)!)).map((path) => `${type} ${path}`),
  );

  it('is marked with personal() in its schema, or is known to be of nobody', () => {
    expect(found.filter((path) => !ofNobody.some(([known]) => known.test(path)))).toEqual([]);
  });

  it('is excepted only where it is there', () => {
    expect(ofNobody.filter(([known]) => !found.some((path) => known.test(path)))).toEqual([]);
  });

  it.each([
    ['a name', z.object({ recipientName: z.string().optional() }), '/recipientName'],
    ['an e-mail in a list', z.object({ to: z.array(z.object({ email: z.string() })) }), '/to/*/email'],
    ['an address of a location', z.object({ billTo: LocationAddress }), '/billTo/street'],
    [
      'an address in one of several',
      z.object({ change: z.union([z.number(), z.object({ phone: z.string() })]) }),
      '/change/phone',
    ],
    ['anything at all', z.object({ extra: z.unknown() }), '/extra'],
  ])('is noticed: %s', (_, schema, path) => {
    expect(suspects(jsonSchema(schema))).toContain(path);
    expect(suspects(jsonSchema(personal(schema)))).toEqual([]);
  });

  it('is marked wherever a marked shape is embedded', () => {
    expect(personalPathsIn(z.object({ buyers: z.record(z.string(), Customer.optional()) }))).toEqual([
      '/buyers/*/name',
      '/buyers/*/email',
      '/buyers/*/phone',
    ]);
  });
});

describe('The page on personal data', () => {
  it('lists every type that holds some, and where', () => {
    const page = readFileSync(new URL('../../../docs/personal-data.md', import.meta.url), 'utf8');
    const rows = page
      .split('\n')
      .filter((line) => line.startsWith('| `tributary.'))
      .map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
    const declared = types
      .filter((type) => personalPathsOf(type).length > 0)
      .map((type) => [type, ...personalPathsOf(type)]);
    expect(rows).toEqual(declared);
  });
});
