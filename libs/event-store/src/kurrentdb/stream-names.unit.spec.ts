import fc from 'fast-check';
import { nameOf, storedName } from './stream-names.ts';

/** As the server compares names: letter by letter, as each is when it is large. */
const alike = (name: string): string => Array.from(name, (sign) => sign.toUpperCase()).join('');

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'A', 's', 'ſ', 'k', '\u212a', 'i', 'İ', 'ı', 'ß', '~', '-', '0') }),
);

describe('The name of a stream on KurrentDB', () => {
  it('leaves a name without large letters as it is', () => {
    expect(storedName('order/order-web.1')).toBe('order/order-web.1');
    expect(storedName('stock/MUG')).toMatch(/^stock\/MUG~[0-9a-f]{8}$/);
  });

  it('gives back the name, also one that looks like a stored one', () => {
    fc.assert(
      fc.property(anyName, fc.nat({ max: 3 }), (name, times) => {
        const odd = Array.from({ length: times }).reduce<string>(storedName, name);
        expect(nameOf(storedName(odd))).toBe(odd);
      }),
    );
  });

  it('is like no other to the server, which takes small letters for large ones', () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        fc.pre(one !== other);
        expect(alike(storedName(one))).not.toBe(alike(storedName(other)));
      }),
      {
        examples: [
          ['ſku', 'sku'],
          ['MUG', 'mug'],
          ['\u212a', 'k'],
        ],
      },
    );
  });
});
