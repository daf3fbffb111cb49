import { asksByFields } from './query.ts';

describe('What is typed to find orders', () => {
  it.each([
    'status:held',
    'garcía -channel:web',
    '(status:held)',
    'attr.gift-wrap:festive',
    'sku:"MUG RED*"',
  ])('asks by fields: %s', (typed) => expect(asksByFields(typed)).toBe(true));

  it.each(['garcía', '100045', '"status:held"', 'ada@example.com', 'a: b', 'web:', '+49 30 7654321'])(
    'asks by words: %s',
    (typed) => expect(asksByFields(typed)).toBe(false),
  );
});
