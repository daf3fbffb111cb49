import type { OpenAPIObject } from '@nestjs/swagger';
import { answerSchemas, inboundEventSchemas } from '@tributary/contracts';
import { problemContent } from './endpoint.ts';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Responses = Operation['responses'];

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

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
type Header = keyof typeof headers;

const referTo = (...names: readonly Header[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
const ofEach = ['X-Request-Id'] as const;
const counting = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'] as const;

const refused = (description: string, ...more: readonly Header[]) => ({
  description,
  ...problemContent,
  headers: referTo(...ofEach, ...more),
});

/** What requests may be answered with, whatever they ask for. */
const responses = {
  Invalid: refused('`invalid`: a field that is not as it must be, named by its JSON pointer; or malformed'),
  NotSignedIn: refused(
    '`not-signed-in`: no key, or one that is not known here any more; `session-over`, `key-revoked`: the session of a browser ended',
  ),
  NotAllowed: refused(
    '`not-allowed`: the role of the key may not do this; `cross-origin`: a session was used from the page of somebody else',
  ),
  TooSlow: refused('`timeout`: the request did not arrive in time'),
  TooLarge: refused('`too-large`: a body of more than 10 MB'),
  UnsupportedMediaType: refused('`unsupported-media-type`: what is read is named'),
  TooMany: refused(
    '`rate-limited`: the key has made as many requests as it may in this second; `overloaded`: more came in than is done yet',
    'Retry-After',
  ),
  Internal: refused('`internal`: a fault of ours, logged under the request’s id'),
  Unavailable: refused('`store-unavailable`, `busy`: come back after `retry-after`', 'Retry-After'),
};

const always = { 429: 'TooMany', 500: 'Internal', 503: 'Unavailable' } as const;
const signedIn = { 401: 'NotSignedIn', 403: 'NotAllowed' } as const;
const asked = { 400: 'Invalid' } as const;
const sent = { 408: 'TooSlow', 413: 'TooLarge', 415: 'UnsupportedMediaType' } as const;

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
      ...({ ...inboundEventSchemas(), ...answerSchemas() } as Schemas),
    },
    responses,
    headers,
  },
});

const completed = (operation: Operation): Operation => {
  const isForKeys = operation.security !== undefined;
  const takes = [...(operation.parameters ?? []), ...(operation.requestBody ? [operation.requestBody] : [])];
  const common = {
    ...always,
    ...(isForKeys && signedIn),
    ...(takes.length > 0 && asked),
    ...(operation.requestBody && sent),
  };
  const own = Object.entries(operation.responses).map(([status, response]) => [
    status,
    { ...response!, headers: referTo(...ofEach, ...(isForKeys ? counting : [])) },
  ]);
  return {
    ...operation,
    security: operation.security ?? [],
    responses: {
      ...Object.fromEntries(
        Object.entries(common).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
      ...(Object.fromEntries(own) as Responses),
    },
  };
};
