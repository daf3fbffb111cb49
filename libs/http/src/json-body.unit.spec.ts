import { depthOf, jsonValue } from '@tributary/testing';
import fc from 'fast-check';
import { maxDepth } from '@tributary/contracts';
import { parseJson } from './json-body.ts';
import { Problem } from './problem.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const problemIn = (body: Buffer): Problem => {
  try {
    parseJson(body);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was parsed.');
};
const nested = (depth: number, open: string, inside: string, close: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);

describe('A JSON body', () => {
  it('is read as it is, as deep as is allowed', () => {
    expect(parseJson(bytes('{"a":["ü",1.5,null]}'))).toEqual({ a: ['ü', 1.5, null] });
    expect(parseJson(bytes('null'))).toBeNull();
    expect(depthOf(parseJson(bytes(nested(maxDepth, '[', '1', ']'))))).toBe(maxDepth);
  });

  it.each([
    ['empty-body', ''],
    ['too-deep', nested(maxDepth + 1, '[', '', ']')],
    ['too-deep', nested(maxDepth + 1, '{"a":', '1', '}')],
    ['too-deep', '['.repeat(100_000)],
    ['malformed-json', ' '],
    ['malformed-json', '{"a":1'],
    ['malformed-json', '{"a":1} x'],
    ['malformed-json', '{a:1}'],
    ['malformed-json', 'NaN'],
    ['malformed-json', '{"__proto__":{"admin":true}}'],
    ['malformed-json', '{"a":[{"constructor":{"prototype":{"admin":true}}}]}'],
    ['malformed-json', '{"\\u005f_proto__":1}'],
  ])('is refused as %s: %j', (code, text) => {
    expect(problemIn(bytes(text))).toMatchObject({ status: 400, code });
  });

  it.each([
    ['half a character', [0x22, 0xc3, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['Latin-1', [0x22, 0xfc, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00]],
  ])('is refused as not-utf8 with %s', (_, body) => {
    expect(problemIn(Buffer.from(body))).toMatchObject({ status: 400, code: 'not-utf8' });
  });

  it('does not say back more of a bad body than helps', () => {
    expect(problemIn(bytes(`{"a":${'x'.repeat(10_000)}`)).message.length).toBeLessThan(300);
  });

  it('is what any JSON parser reads, or refused', () => {
    fc.assert(
      fc.property(jsonValue, (json) => {
        fc.pre(depthOf(json) <= maxDepth);
        expect(parseJson(Buffer.from(JSON.stringify(json)))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });
});
