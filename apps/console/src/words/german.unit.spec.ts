import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, TYPE, parse } from '@formatjs/icu-messageformat-parser';
import { factSummaries, inboundTypes } from '@tributary/contracts';
import ts from 'typescript';

const source = fileURLToPath(new URL('..', import.meta.url));
const german = JSON.parse(readFileSync(`${source}words/german.json`, 'utf8')) as Record<string, string>;

const codes = JSON.parse(readFileSync(`${source}words/german-codes.json`, 'utf8')) as Record<string, string>;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))
  .map((name) =>
    ts.createSourceFile(
      name,
      readFileSync(source + name, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );

const nodesIn = (node: ts.Node): ts.Node[] => {
  const nodes = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesIn(child)));
  return nodes;
};
const nodes = files.flatMap(nodesIn);

/** Each call of `t` and `rich` in the console, with where it stands. */
const calls = nodes
  .filter((node) => ts.isCallExpression(node))
  .filter(({ expression }) => /^(t|rich)$/.test(expression.getText()))
  .map((call) => ({ name: call.getSourceFile().fileName, message: call.arguments[0] }));

const messages = new Set(
  calls.flatMap(({ message }) => (message && ts.isStringLiteralLike(message) ? [message.text] : [])),
);

/** The names that a message is given values for, each once. */
const namesIn = (elements: readonly MessageFormatElement[]): string[] => [
  ...new Set(
    elements.flatMap((element) => {
      switch (element.type) {
        case TYPE.literal:
        case TYPE.pound:
          return [];
        case TYPE.tag:
          return [`<${element.value}>`, ...namesIn(element.children)];
        case TYPE.plural:
        case TYPE.select:
          return [
            element.value,
            ...Object.values(element.options).flatMap((option: { value: MessageFormatElement[] }) =>
              namesIn(option.value),
            ),
          ];
        default:
          return [element.value];
      }
    }),
  ),
];

describe('The console in German', () => {
  it('finds each of its messages as it is written', () => {
    const computed = calls.filter(({ message }) => !message || !ts.isStringLiteralLike(message));
    expect(computed.map(({ name, message }) => [name, message?.getText()])).toEqual([]);
    expect(messages.size).toBeGreaterThan(1_000);
  });

  it('leaves nothing that is read in the code as it is', () => {
    const texts = nodes.filter((node) => ts.isJsxText(node)).map(({ text }) => text);
    const named = nodes
      .filter((node) => ts.isJsxAttribute(node))
      .flatMap(({ initializer }) =>
        initializer && ts.isStringLiteral(initializer) ? [initializer.text] : [],
      );
    expect(texts.filter((text) => /\p{L}{2}/u.test(text))).toEqual([]);
    expect(named.filter((text) => /^\p{Lu}\p{Ll}/u.test(text))).toEqual([]);
  });

  it('has words for each message, and for nothing else', () => {
    expect([...messages].filter((message) => german[message] === undefined)).toEqual([]);
    expect(Object.keys(german).filter((message) => !messages.has(message))).toEqual([]);
  });

  it('says no less and no more with the values that a message has', () => {
    const shapeOf = (text: string) => [namesIn(parse(text)).sort(), /^\s/.test(text), /\s$/.test(text)];
    const all = Object.keys(german);
    expect(all.map((message) => [message, shapeOf(german[message]!)])).toEqual(
      all.map((message) => [message, shapeOf(message)]),
    );
  });

  it('has words for whatever a trace tells', () => {
    const told = [
      ...Object.values(factSummaries),
      ...Object.values(inboundTypes).map(({ summary }) => summary),
    ];
    expect(told.filter((summary) => codes[summary] === undefined)).toEqual([]);
  });

  it('counts as German does', () => {
    const forms = Object.values(german).flatMap((words) =>
      parse(words).flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : [])),
    );
    expect(forms.length).toBeGreaterThan(20);
    for (const each of forms) expect(each.sort()).toEqual(['one', 'other']);
  });
});
