import { fieldsWithoutExample } from '@tributary/testing';
import { z } from 'zod';
import { dataSchemasByType } from '../personal-data.ts';
import { examplesByType } from './index.ts';
import { withExamples } from './with-examples.ts';

const types = [...dataSchemasByType];

describe('The examples of types', () => {
  it('are there for every type: the table of its family in libs/contracts/src/examples has them', () => {
    expect(types.map(([type]) => type).filter((type) => !examplesByType.get(type)?.length)).toEqual([]);
    expect([...examplesByType.keys()].filter((type) => !dataSchemasByType.has(type))).toEqual([]);
  });

  it.each(types)('of %s are data of it as they are', (type, schema) => {
    for (const example of examplesByType.get(type) ?? [])
      expect(schema.parse(example)).toStrictEqual(example);
  });

  it('show every field of every type: another example of the type has what is missing', () => {
    const missing = types.flatMap(([type, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return fieldsWithoutExample(withExamples(json, examplesByType.get(type) ?? [])).map(
        (field) => `${type} ${field}`,
      );
    });
    expect(missing).toEqual([]);
  });
});
