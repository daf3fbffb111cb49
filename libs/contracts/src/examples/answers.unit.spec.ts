import { fieldsWithoutExample } from '@tributary/testing';
import { answerSchemas, namedAnswers } from '../answers/index.ts';
import { examplesByAnswer } from './answers.ts';

describe('The examples of answers', () => {
  it('are there for every answer: a table of libs/contracts/src/examples/answers-*.ts has them by name', () => {
    const names = namedAnswers.map(([name]) => name);
    expect(names.filter((name) => !examplesByAnswer.get(name)?.length)).toEqual([]);
    expect([...examplesByAnswer.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(namedAnswers)('of %s are such answers as they are', (name, schema) => {
    for (const example of examplesByAnswer.get(name) ?? [])
      expect(schema.parse(example)).toStrictEqual(example);
  });

  it('show every field of every answer: another example of the answer has what is missing', () => {
    expect(fieldsWithoutExample(answerSchemas())).toEqual([]);
  });
});
