import { depthOf, jsonValue } from '@tributary/testing';
import fc from 'fast-check';
import { nestsDeeperThan } from './json-text.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('The depth of JSON', () => {
  it('is told from its text as it would be from its value', () => {
    fc.assert(
      fc.property(jsonValue, fc.nat({ max: 8 }), fc.constantFrom(undefined, 2), (json, bound, indent) => {
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
