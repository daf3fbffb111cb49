import { Injectable, type PipeTransform, applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCookieAuth,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  ProblemDocument,
  type Role,
  answerNameOf,
  answerReference,
  examplesByAnswer,
  examplesByParameter,
  jsonSchemaOf,
  withExamples,
} from '@tributary/contracts';
import { z } from 'zod';
import { Allow, AllowAnyRole, AllowEveryone } from './access.ts';
import { type ListAnswer, fileTypes, listText } from './list-file.ts';
import { parseOrProblem } from './problem.ts';

/** A body of a media type. */
type TypedBody =
  | { readonly type: string; readonly schema: z.ZodType | 'bytes' }
  | { readonly type: string; readonly schema: 'text'; readonly example: string };

/** What a good answer holds: JSON by its schema, a list that may be taken as a file, too, no body, or something else of one media type or of one of several. */
type AnswerBody = z.ZodType | 'nothing' | { readonly list: ListAnswer } | TypedBody | readonly TypedBody[];

interface EndpointDescription {
  readonly tag: string;
  /** What clients call it; no two are called alike. */
  readonly operation: string;
  readonly summary: string;
  readonly allow: readonly Role[] | 'any' | 'everyone';
  readonly body?: z.ZodType;
  /** Its JSON Schema in the document, where that says more than what is checked at the door. */
  readonly bodySchema?: object;
  /** Together they show every field. Those that the body takes are shown whole, the first as it mostly is. */
  readonly bodyExamples?: readonly unknown[];
  /** Media types of the body where it is not application/json alone. */
  readonly consumes?: readonly string[];
  readonly query?: z.ZodObject;
  readonly params?: Readonly<Record<string, string>>;
  /** Request headers it heeds, none of them required, with what they do. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer: AnswerBody;
  readonly status?: number;
  /** Other statuses of which the answer holds the same, and when. */
  readonly alsoAnswers?: Readonly<Record<number, string>>;
  /** Codes of the problems it may answer with, by status. */
  readonly problems?: Readonly<Record<number, string>>;
}

type SwaggerSchema = NonNullable<Parameters<typeof ApiBody>[0] & { schema?: unknown }>['schema'];

/** Who may call an endpoint, and its place in the OpenAPI document, from the schemas that validate it. */
export const Endpoint = (description: EndpointDescription) => {
  const {
    tag,
    operation,
    summary,
    allow,
    body,
    bodySchema,
    bodyExamples = [],
    consumes = [],
    query,
    params = {},
    headers = {},
    answer,
    status = 200,
    alsoAnswers = {},
    problems = {},
  } = description;
  return applyDecorators(
    ...accessOf(allow),
    ApiTags(tag),
    ApiOperation({ summary, operationId: operation }),
    ...(consumes.length > 0 ? [ApiConsumes(...consumes)] : []),
    ...(body
      ? [
          ApiBody({
            required: !body.safeParse(undefined).success,
            schema: {
              ...(bodySchema ?? withExamples(jsonSchemaOf(body), bodyExamples)),
              examples: bodyExamples.filter((example) => body.safeParse(example).success),
            } as SwaggerSchema,
          } as Parameters<typeof ApiBody>[0]),
        ]
      : []),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) => {
      const { description, ...json } = withExamples(jsonSchemaOf(schema as z.ZodType), examplesOf(name));
      return ApiQuery({
        name,
        required: false,
        schema: json as object,
        ...(typeof description === 'string' && { description }),
      });
    }),
    ...Object.entries(params).map(([name, text]) =>
      ApiParam({ name, description: text, schema: textOf(name) }),
    ),
    ...Object.entries(headers).map(([name, text]) =>
      ApiHeader({ name, description: text, required: false, schema: textOf(name) }),
    ),
    ...Object.entries({ [status]: 'Done', ...alsoAnswers }).map(([code, text]) =>
      ApiResponse({ status: Number(code), description: text, ...contentOf(answer) } as ResponseOptions),
    ),
    ...Object.entries(problems).map(([code, text]) =>
      ApiResponse({ status: Number(code), description: text, ...problemContent } as ResponseOptions),
    ),
  );
};

type ResponseOptions = Parameters<typeof ApiResponse>[0];

const accessOf = (allow: EndpointDescription['allow']) => {
  if (allow === 'everyone') return [AllowEveryone()];
  return [allow === 'any' ? AllowAnyRole() : Allow(...allow), ApiBearerAuth(), ApiCookieAuth('session')];
};

const schemaOf = (schema: z.ZodType): object => {
  const name = answerNameOf(schema);
  return name === undefined ? jsonSchemaOf(schema, 'output') : { $ref: answerReference(name) };
};

const bodyOf = (body: TypedBody): object => {
  if (body.schema === 'text') return { type: 'string', examples: [body.example] };
  return body.schema === 'bytes' ? { type: 'string', format: 'binary' } : schemaOf(body.schema);
};

const examplesOf = (parameter: string): readonly unknown[] => examplesByParameter.get(parameter) ?? [];

const textOf = (parameter: string): object => withExamples({ type: 'string' }, examplesOf(parameter));

const contentOf = (answer: AnswerBody): { readonly content?: object } => {
  if (answer === 'nothing') return {};
  if (!(answer instanceof z.ZodType) && 'list' in answer) return { content: listContent(answer.list) };
  return {
    content: Object.fromEntries(bodiesOf(answer).map((body) => [body.type, { schema: bodyOf(body) }])),
  };
};

const bodiesOf = (answer: z.ZodType | TypedBody | readonly TypedBody[]): readonly TypedBody[] => {
  if (answer instanceof z.ZodType) return [{ type: 'application/json', schema: answer }];
  return 'type' in answer ? [answer] : answer;
};

/** Of a list in each of its forms; CSV is shown with its columns. */
const listContent = (answer: ListAnswer): object => {
  const [example] = examplesByAnswer.get(answerNameOf(answer) ?? '') ?? [];
  const { head, of } = listText('csv', answer);
  const { items = [] } = (example ?? {}) as { items?: readonly unknown[] };
  return {
    'application/json': { schema: schemaOf(answer) },
    [fileTypes.csv]: { schema: { type: 'string', examples: [head + of({ items })] } },
    [fileTypes.ndjson]: { schema: schemaOf(answer.shape.items.element) },
  };
};

/** Of an answer that tells what went wrong. */
export const problemContent = {
  content: { 'application/problem+json': { schema: schemaOf(ProblemDocument) } },
};

/** Validates a body, query or parameter by its schema. */
@Injectable()
export class Valid<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.infer<S> {
    return parseOrProblem(this.schema, value);
  }
}
