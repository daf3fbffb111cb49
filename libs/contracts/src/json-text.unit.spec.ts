import fc from 'fast-check';
import { nestsDeeperThan } from './json-text.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

/** How deep a value nests, counted on the value itself. */
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

/** Text full of what could be mistaken for structure. */
const tricky = fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', 'a', 'é', '😀', ',', ':') });
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'large', withCrossShrink: true },
    fc.oneof(tricky, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(tricky, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('The depth of JSON', () => {
  it('is told from its text as it would be from its value', () => {
    fc.assert(
      fc.property(value, fc.nat({ max: 8 }), fc.constantFrom(undefined, 2), (json, bound, indent) => {
        const text = Buffer.from(JSON.stringify(json, undefined, indent));
        expect(nestsDeeperThan(text, bound)).toBe(depthOf(json) > bound);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is bounded for any bytes without reading them as JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        nestsDeeperThan(any, 3);
      }),
    );
    expect(nestsDeeperThan(bytes('"['.repeat(1_000)), 501)).toBe(false);
    expect(nestsDeeperThan(bytes('['.repeat(1_000)), 999)).toBe(true);
    expect(nestsDeeperThan(bytes('"unfinished \\'), 0)).toBe(false);
  });
});
