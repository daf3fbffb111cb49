import { answerSchemas } from '@tributary/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response | { readonly $ref: string }>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly responses?: Readonly<Record<string, Response>> };
}

interface Given {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  /** Media type, with parameters. */
  readonly type: string;
  readonly body: unknown;
}

/** Where each schema stands by its name; what a schema does not name may not be answered. */
const api = 'https://tributary.invalid/api';
const validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
validator.addSchema({ $id: api, components: { schemas: answerSchemas({ isClosed: true }) } });

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);

/** What the OpenAPI document says of answers, to hold them to it. */
export class PromisedAnswers {
  private readonly operations: readonly (readonly [RegExp, Readonly<Record<string, Operation>>])[];

  private readonly shared: Readonly<Record<string, Response>>;

  constructor({ paths, components }: OpenApi) {
    this.shared = components?.responses ?? {};
    // An address that is written out goes before one that any name fits.
    const byParameters = Object.entries(paths).toSorted(
      ([one], [other]) => one.split('{').length - other.split('{').length,
    );
    this.operations = byParameters.map(([path, operations]) => [patternOf(path), operations]);
  }

  /** @throws Error the document says nothing of such an answer, or something else */
  hold({ method, path, status, type, body }: Given): void {
    const [address] = path.split('?') as [string];
    const found = this.operations.find(([pattern]) => pattern.test(address))?.[1];
    const operation = found?.[method.toLowerCase()];
    if (!operation) return;
    const where = `${method} ${address} ${status}`;
    const named = operation.responses[status];
    const response = named && '$ref' in named ? this.shared[named.$ref.split('/').at(-1)!] : named;
    if (!response) throw new Error(`The OpenAPI document knows no such answer: ${where}.`);
    const media = type.split(';')[0]!.trim();
    const schema = response.content?.[media]?.schema;
    if (!schema && body !== undefined) throw new Error(`${where} is said to be no ${media}.`);
    if (!schema?.$ref || body === undefined) return;
    const check =
      validator.getSchema(`${api}${schema.$ref}`) ?? validator.compile({ $ref: `${api}${schema.$ref}` });
    if (!check(body)) {
      const faults = check.errors!.map(({ instancePath, message, params }) =>
        [instancePath, message, JSON.stringify(params)].join(' '),
      );
      throw new Error(`${where} is not what ${schema.$ref} says: ${faults.slice(0, 5).join('; ')}`);
    }
  }
}
