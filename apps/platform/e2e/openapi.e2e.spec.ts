import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describedFields, fieldsWithoutExample, pointedAt, valuesUnder } from '@tributary/testing';
import { PlatformUnderTest, whenBuilt } from './platform-under-test.ts';

interface Schema {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
}
interface Content {
  readonly [media: string]: { readonly schema?: Schema };
}
interface Response {
  readonly description: string;
  readonly content?: Content;
}
interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly schema: object;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}

whenBuilt('The OpenAPI document', () => {
  let platform: PlatformUnderTest;
  let document: {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: object };
  };
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    document = (await platform.get('/openapi.json', { as: null })).body;
  });
  afterAll(() => platform?.remove());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        where: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    );

  const contentOf = (response: Response | { readonly $ref: string }): Content => {
    const { content = {} } = '$ref' in response ? (pointedAt(document, response.$ref) as Response) : response;
    return content;
  };

  it('has a schema for everything that is answered with a body', () => {
    const answered = operations().flatMap(({ where, operation: { responses } }) =>
      Object.entries(responses).map(([status, response]) => ({
        where: `${where} ${status}`,
        schemas: Object.values(contentOf(response)).map(({ schema }) => schema),
      })),
    );
    expect(answered.length).toBeGreaterThan(200);
    const without = answered.filter(
      ({ schemas }) => schemas.length === 0 || schemas.some((schema) => !schema),
    );
    expect(without.map(({ where }) => where)).toEqual([
      'DELETE /v1/keys/{keyId} 204',
      'DELETE /v1/session 204',
      'DELETE /v1/webhooks/{webhookId} 204',
      'DELETE /v1/order-views/{viewId} 204',
    ]);
  });

  it('says of every field and parameter what it means', () => {
    const fields = describedFields(document);
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter(({ said }) => said === undefined).map(({ field }) => field)).toEqual([]);
    const parameters = operations().flatMap(({ where, operation: { parameters = [] } }) =>
      parameters.map(({ name, description }) => ({ where: `${where} ${name}`, description })),
    );
    expect(parameters.filter(({ description }) => !description).map(({ where }) => where)).toEqual([]);
  });

  it('shows a value of every field and parameter: parameters have theirs in a table of the contracts', () => {
    expect(fieldsWithoutExample(document)).toEqual([]);
    const parameters = operations().flatMap(({ where, operation: { parameters = [] } }) =>
      parameters.map(({ name, schema }) => ({ where: `${where} ${name}`, schema })),
    );
    expect(parameters.length).toBeGreaterThan(50);
    expect(parameters.filter(({ schema }) => !('examples' in schema)).map(({ where }) => where)).toEqual([]);
  });

  it('shows of every operation what is sent and what is answered: a body has its examples at its endpoint', () => {
    const isShown = ({ schema = {} }: Content[string]) => {
      const { examples = [] } = schema.$ref ? (pointedAt(document, schema.$ref) as Schema) : schema;
      return examples.length > 0;
    };
    const without = operations().flatMap(({ where, operation: { requestBody, responses } }) =>
      [
        ...(requestBody ? [{ name: 'body', content: requestBody.content }] : []),
        ...Object.entries(responses).map(([name, response]) => ({ name, content: contentOf(response) })),
      ]
        .filter(({ content }) => !Object.values(content).every(isShown))
        .map(({ name }) => `${where} ${name}`),
    );
    // A file of SQLite is no text.
    expect(without).toEqual(['GET /v1/backup 200']);
  });

  it('names every operation once, and says what it does', () => {
    const names = operations().map(({ operation: { operationId } }) => operationId);
    expect(names.filter((name, index) => !/^[a-z]\w+$/i.test(name) || names.indexOf(name) !== index)).toEqual(
      [],
    );
    expect(operations().filter(({ operation: { summary } }) => !summary)).toEqual([]);
  });

  it.each(['/openapi.json', '/asyncapi.json'])('%s follows the rules of a linter', async (path) => {
    const { text: source } = await platform.get(path, { as: null });
    const problems = await lintFromString({
      source,
      config: await createConfig({ extends: ['recommended'] }),
    });
    const found = problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]);
    expect(found).toEqual([]);
  });

  it('refers only to what is there', () => {
    const references = valuesUnder('$ref', document).map(({ value }) => value as string);
    expect(references.length).toBeGreaterThan(200);
    expect(references.filter((pointer) => pointedAt(document, pointer) === undefined)).toEqual([]);
  });
});
