import type { OpenAPIObject } from '@nestjs/swagger';
import { answerSchemas } from '@tributary/contracts';
import { problemContent } from './endpoint.ts';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Responses = Operation['responses'];

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

const refused = (description: string) => ({ description, ...problemContent });

/** What any request may be answered with, whatever it asks for. */
const always: Responses = {
  429: refused(
    '`rate-limited`: the key has made as many requests as it may in this second; `overloaded`: more came in than is done yet',
  ),
  500: refused('`internal`: a fault of ours, logged under the request’s id'),
  503: refused('`store-unavailable`, `busy`: come back after `retry-after`'),
};
const signedIn: Responses = {
  401: refused('`not-signed-in`: no key, or one that is not known here any more'),
  403: refused('`not-allowed`: the role of the key may not do this'),
};
const asked: Responses = {
  400: refused('`invalid`: a field that is not as it must be, named by its JSON pointer; or malformed'),
};
const sent: Responses = {
  408: refused('`timeout`: the request did not arrive in time'),
  413: refused('`too-large`: a body of more than 10 MB'),
  415: refused('`unsupported-media-type`: what is read is named'),
};

const integer = { type: 'integer' } as const;
const headers = {
  'X-Request-Id': {
    description: 'The name of the request in our logs: your own where it was given one.',
    schema: { type: 'string' },
  },
  'RateLimit-Limit': { description: 'Requests that the key may make in a second.', schema: integer },
  'RateLimit-Remaining': { description: 'Of these, how many are left.', schema: integer },
  'RateLimit-Reset': { description: 'Seconds until they are all there again.', schema: integer },
  'Retry-After': { description: 'Seconds after which to come back.', schema: integer },
} as const;
const referTo = (...names: readonly (keyof typeof headers)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** With what all operations have in common: the schemas of answers, problems, headers. */
export const completeOpenApi = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [
          key,
          (methods as readonly string[]).includes(key) ? completed(value as Operation) : (value as unknown),
        ]),
      ),
    ]),
  ) as Paths,
  components: {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(answerSchemas() as NonNullable<OpenAPIObject['components']>['schemas']),
    },
    headers,
  },
});

const completed = (operation: Operation): Operation => {
  const isForKeys = operation.security !== undefined;
  const takes = [...(operation.parameters ?? []), ...(operation.requestBody ? [operation.requestBody] : [])];
  const responses: Responses = {
    ...always,
    ...(isForKeys && signedIn),
    ...(takes.length > 0 && asked),
    ...(operation.requestBody && sent),
    ...operation.responses,
  };
  const counted = isForKeys ? (['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const) : [];
  return {
    ...operation,
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        {
          ...response!,
          headers: referTo(
            'X-Request-Id',
            ...counted,
            ...(status === '429' || status === '503' ? (['Retry-After'] as const) : []),
          ),
        },
      ]),
    ),
  };
};
