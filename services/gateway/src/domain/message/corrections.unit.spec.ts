import { correctionsOf } from './corrections.ts';

const sent = { id: '1', data: { sku: 'MUG', lines: [{ quantity: 'two' }], note: 'x' } };
const corrected = (after: unknown) => correctionsOf(JSON.stringify(sent), after);

describe('What was corrected in a message', () => {
  it('is nothing where it is taken in as it came, in whatever order its fields stand', () => {
    expect(corrected(sent)).toEqual([]);
    expect(corrected({ data: sent.data, id: '1' })).toEqual([]);
  });

  it('is told place by place: another value, a field put in, a field taken out', () => {
    expect(
      corrected({ id: '1', data: { sku: 'MUG', lines: [{ quantity: 2 }, { quantity: 1 }], 'a/b': null } }),
    ).toEqual([
      { pointer: '/data/lines/0/quantity', before: '"two"', after: '2' },
      { pointer: '/data/lines/1', after: '{"quantity":1}' },
      { pointer: '/data/note', before: '"x"' },
      { pointer: '/data/a~1b', after: 'null' },
    ]);
  });

  it('is the whole of it where what came was no JSON, or was cut', () => {
    expect(correctionsOf('{"id":', { id: '1' })).toEqual([
      { pointer: '', before: '"{\\"id\\":"', after: '{"id":"1"}' },
    ]);
  });

  it('is bounded, in places and in what is shown of each', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`f${index}`, index]));
    expect(corrected({ ...sent, ...many })).toHaveLength(50);
    const [long] = corrected({ ...sent, id: 'é'.repeat(1_000) });
    expect(long?.after).toHaveLength(301);
    expect(long?.after?.endsWith('…')).toBe(true);
  });

  it('takes names that every object knows for what they are: fields', () => {
    const hostile = JSON.parse('{"__proto__":{"a":1},"constructor":"x"}') as unknown;
    expect(correctionsOf('{}', hostile)).toEqual([
      { pointer: '/__proto__', after: '{"a":1}' },
      { pointer: '/constructor', after: '"x"' },
    ]);
  });
});
