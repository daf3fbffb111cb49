import { withExamples } from './with-examples.ts';

const text = { type: 'string', description: 'Some text.' };
const whole = { type: 'integer' };
const object = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });

describe('A schema with examples', () => {
  it('shows at each field its value in the first example that has one', () => {
    expect(withExamples(object({ a: text, b: whole }), [{ a: 'x' }, { a: 'y', b: 2 }])).toEqual(
      object({ a: { ...text, examples: ['x'] }, b: { ...whole, examples: [2] } }),
    );
  });

  it('shows the fields of objects in objects and lists, and values of any other kind whole', () => {
    const schema = object({
      lines: { type: 'array', items: object({ sku: text }) },
      tags: { type: 'array', items: text },
      stock: { type: 'object', additionalProperties: whole },
      any: {},
    });
    const example = { lines: [{}, { sku: 'MUG' }], tags: ['a', 'b'], stock: { '1': 3 }, any: [null] };
    expect(withExamples(schema, [example])).toEqual(
      object({
        lines: { type: 'array', items: object({ sku: { ...text, examples: ['MUG'] } }) },
        tags: { type: 'array', items: text, examples: [['a', 'b']] },
        stock: { type: 'object', additionalProperties: whole, examples: [{ '1': 3 }] },
        any: { examples: [[null]] },
      }),
    );
  });

  it('shows in each alternative what is meant by it', () => {
    const one = object({ kind: { const: 'one' }, a: text }, ['kind']);
    const two = object({ kind: { enum: ['two', 'three'] }, a: text }, ['kind']);
    const list = { type: 'array', items: object({ a: text }) };
    const shown = withExamples({ anyOf: [one, two, list] }, [
      { kind: 'three', a: 'x' },
      { kind: 'one', a: 'y' },
      [{ a: 'z' }],
    ]);
    expect(shown).toEqual({
      anyOf: [
        object({ kind: { const: 'one', examples: ['one'] }, a: { ...text, examples: ['y'] } }, ['kind']),
        object({ kind: { enum: ['two', 'three'], examples: ['three'] }, a: { ...text, examples: ['x'] } }, [
          'kind',
        ]),
        { type: 'array', items: object({ a: { ...text, examples: ['z'] } }) },
      ],
    });
  });

  it('shows a value of one of several plain kinds once', () => {
    const optional = { anyOf: [text, { type: 'null' }] };
    expect(withExamples(optional, ['x'])).toEqual({ ...optional, examples: ['x'] });
    const orNull = { type: ['boolean', 'null'] };
    expect(withExamples(orNull, ['x', false])).toEqual({ ...orNull, examples: [false] });
  });

  it('shows nothing of what refers elsewhere, nor where no example fits', () => {
    const schema = object({ a: { $ref: '#/components/schemas/A' }, b: whole });
    expect(withExamples(schema, [{ a: 'x', b: 'no number' }, { a: 'x' }])).toEqual(schema);
  });
});
