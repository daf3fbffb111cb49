import { z } from 'zod';
import { faultsOf } from './faults.ts';
import { plainWords } from './plain-words.ts';

const faultsIn = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value, { error: plainWords });
  return parsed.success ? [] : faultsOf(parsed.error.issues, '/data');
};

const told = (schema: z.ZodType, value: unknown) => faultsIn(schema, value)[0]?.message;

describe('A fault in a message', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['is missing', z.string(), undefined, 'This is missing: a text is expected.'],
    ['is of another kind', z.number(), 'two', 'A number is expected, and this is a text.'],
    ['is null', z.array(z.string()), null, 'A list is expected, and this is nothing (null).'],
    ['has a fraction', z.int(), 1.5, 'A whole number is expected, and this has a fraction or is too large.'],
    ['is empty', z.string().min(1), '', 'This is empty.'],
    ['is too short', z.string().min(3), 'x', 'This has to have at least 3 characters.'],
    ['is too small', z.number().positive(), 0, 'This has to be more than 0.'],
    ['is negative', z.number().min(0), -1, 'This has to be at least 0.'],
    ['has too many', z.array(z.int()).max(1), [1, 2], 'This has to have at most 1 entry.'],
    ['is no day', z.iso.date(), 'yesterday', 'A day is expected, such as 2026-03-02.'],
    ['is another pattern', z.string().regex(/^a$/), 'b', 'This is not written as it has to be.'],
    ['is no choice', z.enum(['red', 'blue']), 'green', 'Choose one of: red, blue.'],
    ['is not the only one', z.literal('red'), 'green', 'Only red is allowed.'],
    ['fits none', z.union([z.string(), z.int()]), true, 'This has none of the forms that are known here.'],
    ['is refused by its schema', z.string().min(2, 'Name it whole.'), 'x', 'Name it whole.'],
  ])('is told in plain words: it %s', (_, schema, value, expected) => {
    expect(told(schema, value)).toBe(expected);
  });

  it('lists what is allowed where there is a choice, also of which form it is', () => {
    expect(faultsIn(z.object({ colour: z.enum(['red', 'blue']) }), { colour: 'green' })).toEqual([
      { pointer: '/data/colour', message: 'Choose one of: red, blue.', allowed: ['red', 'blue'] },
    ]);
    const forms = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('store') }),
      z.object({ kind: z.literal('home') }),
    ]);
    expect(faultsIn(forms, { kind: 'moon' })).toEqual([
      { pointer: '/data/kind', message: 'Choose one of: store, home.', allowed: ['store', 'home'] },
    ]);
    expect(faultsIn(z.literal([1, 2]), 3)).toEqual([{ pointer: '/data', message: 'Choose one of: 1, 2.' }]);
  });

  it.each<[string, z.ZodType, unknown, string]>([
    ['a missing text', z.string(), undefined, 'string'],
    ['a text of a form', z.iso.date(), 'x', 'string'],
    ['a whole number', z.int(), 'two', 'number'],
    ['a number that is too small', z.number().positive(), 0, 'number'],
    ['yes or no', z.boolean(), 'yes', 'boolean'],
  ])('says of what kind is expected: %s', (_, schema, value, expected) => {
    expect(faultsIn(schema, value)).toMatchObject([{ expected }]);
  });
});
