import { jest } from '@jest/globals';
import fc from 'fast-check';
import { fulfilmentIdOf, maybeSourcedHere } from './fulfilment-ids.ts';
import {
  LocationId,
  OrderId,
  OrderNumber,
  PartId,
  Sku,
  joinedNames,
  orderIdOf,
  placeKeyOf,
} from './identifiers.ts';

const signs = [...'ab1 #/%@:.~-+&?"\'<=>*,;|\\{}[]^`$ÀéßÖกำน้ि़ःहि日本😀ｱ́̈'];
const written = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...signs) },
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    {
      minLength: 1,
      maxLength: 70,
    },
  )
  .map((all) => all.join(''));
const allowedBy = (schema: { safeParse(text: string): { success: boolean; data?: unknown } }) =>
  written
    .map((text) => schema.safeParse(text))
    .filter(({ success }) => success)
    .map(({ data }) => data as string);
const sku = allowedBy(Sku);
const location = allowedBy(LocationId);
const part = allowedBy(PartId);
const orderId = fc.tuple(allowedBy(OrderNumber), fc.integer({ min: 1, max: 9999 }));

/** As a caller writes it into an address, and a server that reads the address by WHATWG's rules gets it. */
const throughPath = (id: string): string =>
  decodeURIComponent(new URL(`http://host/v1/stock/${encodeURIComponent(id)}/end`).pathname.split('/')[3]!);

describe('A name that another system gave', () => {
  it.each(['#1001', '2026/0001', 'SO 17', '000123', '50%', '"A"', "O'Neill 3", '100~', '100~0', '.5'])(
    'is an order number as it is: %s',
    (number) => {
      expect(OrderNumber.parse(number)).toBe(number);
      expect(orderIdOf('web', number)).toBe(`web.${number}`);
    },
  );

  it('is a SKU as it is, with any sign and in any script', () => {
    for (const one of [
      '50%-OFF',
      'PIPE 1/2"',
      '#8-32',
      'A,B',
      'A*B',
      'a:b',
      '.25 ACP',
      'น้ำ',
      'हिन्दी',
      'می\u200cخواهم',
    ])
      expect(Sku.parse(one)).toBe(one);
  });

  it('is the same typed in another way: with composed letters or not, with any kind of space', () => {
    expect(Sku.parse('Cafe\u0301 1')).toBe('Caf\u00e9 1');
    expect(orderIdOf('web', 'Nr\u00a05')).toBe(orderIdOf('web', 'Nr 5'));
    expect(Sku.parse('abc')).not.toBe(Sku.parse('ABC'));
  });

  it.each([
    ['nothing', ''],
    ['a space at the beginning', ' A'],
    ['a space at the end', 'A\u00a0'],
    ['a line break', 'A\nB'],
    ['a control character', 'A\u0000'],
    ['half a character', 'A\ud83d'],
    ['a mark that turns the direction of writing', 'A\u202eB'],
    ['a space without width', 'A\u200bB'],
    ['more than 64 characters', 'A'.repeat(65)],
    ['a step of a path', '..'],
  ])('is refused with %s', (_, text) => {
    for (const schema of [Sku, LocationId, PartId]) expect(schema.safeParse(text).success).toBe(false);
    expect(OrderNumber.safeParse(text).success).toBe(text === '..');
  });

  it('cannot be taken for another order under one number', () => {
    expect(OrderNumber.safeParse('100~2').success).toBe(false);
    expect(OrderId.parse('pos.100~2')).toBe(orderIdOf('pos', '100', 2));
    expect(OrderId.safeParse('pos.100~2~3').success).toBe(false);
  });

  it('comes through an address, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(sku, part, orderId, (one, other, [number, use]) => {
        expect([throughPath(one), Sku.parse(one)]).toEqual([one, one]);
        expect([throughPath(other), PartId.parse(other)]).toEqual([other, other]);
        const id = orderIdOf('web', number, use);
        expect([throughPath(id), OrderId.parse(id)]).toEqual([id, id]);
        expect(id).toBe(use === 1 ? `web.${number}` : `web.${number}~${use}`);
      }),
    );
  });

  it('never shares a ledger or a reservation with other names', () => {
    const split = (key: string, separator: string) =>
      key.split(separator).map((one) => decodeURIComponent(plain(one)));
    // Only what was escaped may be read as such: every % in a key is the beginning of one.
    const plain = (escaped: string) => escaped.replaceAll(/%(?!25|40|2F)/g, '%25');
    fc.assert(
      fc.property(sku, location, part, (one, place, line) => {
        expect(split(placeKeyOf(one, place), '@')).toEqual([one, place]);
        expect(split(joinedNames('/', one, place, line), '/')).toEqual([one, place, line]);
      }),
    );
    expect(placeKeyOf('a@b', 'c')).not.toBe(placeKeyOf('a', 'b@c'));
    expect(placeKeyOf('A/1 (20-B)', 'wh-1')).toBe('A/1 (20-B)@wh-1');
    expect(placeKeyOf('A', '\u0338')).toBe('A@\u0338');
  });
});

describe('A fulfilment that sourcing decides', () => {
  it('has an id of its own for each location of its decision', () => {
    fc.assert(
      fc.property(fc.uniqueArray(location, { minLength: 2, maxLength: 5 }), (locations) => {
        const ids = locations.map((one, index) => fulfilmentIdOf('ship', 12, one as LocationId, index));
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect([PartId.parse(id), maybeSourcedHere(id)]).toEqual([id, true]);
      }),
    );
    const [cut, alike] = ['x'.repeat(64), `${'x'.repeat(58)}:0`].map((one) => one as LocationId);
    expect(fulfilmentIdOf('ship', 1, cut!, 0)).not.toBe(fulfilmentIdOf('ship', 1, alike!, 1));
  });
});

describe('A text that is far too long for a name', () => {
  it('is refused without its marks being put in order, which takes the square of their number', () => {
    const normalised = jest.spyOn(String.prototype, 'normalize');
    try {
      expect(Sku.safeParse(`a${'\u0315\u0300'.repeat(4_000)}`).success).toBe(false);
      expect(OrderId.safeParse(`web.${'\u0315\u0300'.repeat(4_000)}`).success).toBe(false);
      expect(normalised).not.toHaveBeenCalled();
      expect(Sku.parse('\u03b1\u0313\u0300\u0345'.repeat(64))).toBe('\u1f82'.repeat(64));
    } finally {
      normalised.mockRestore();
    }
  });
});
