import { Injectable, type PipeTransform, applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Role, jsonSchemaOf } from '@tributary/contracts';
import type { z } from 'zod';
import { Allow, AllowAnyRole } from './access.ts';
import { parseOrProblem } from './problem.ts';

interface EndpointDescription {
  readonly tag: string;
  readonly summary: string;
  readonly allow: readonly Role[] | 'any';
  readonly body?: z.ZodType;
  readonly bodyExample?: unknown;
  /** Media types of the body where it is not application/json alone. */
  readonly consumes?: readonly string[];
  readonly query?: z.ZodObject;
  readonly params?: Readonly<Record<string, string>>;
  /** Request headers it heeds, none of them required, with what they do. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a good answer holds. */
  readonly answer?: z.ZodType;
  readonly status?: number;
  /** Codes of the problems it may answer with, by status. */
  readonly problems?: Readonly<Record<number, string>>;
}

type SwaggerSchema = NonNullable<Parameters<typeof ApiBody>[0] & { schema?: unknown }>['schema'];

/** Who may call an endpoint, and its place in the OpenAPI document, from the schemas that validate it. */
export const Endpoint = (description: EndpointDescription) => {
  const {
    tag,
    summary,
    allow,
    body,
    bodyExample,
    consumes = [],
    query,
    params = {},
    headers = {},
    answer,
    status = 200,
    problems = {},
  } = description;
  return applyDecorators(
    allow === 'any' ? AllowAnyRole() : Allow(...allow),
    ApiTags(tag),
    ApiBearerAuth(),
    ApiOperation({ summary }),
    ...(consumes.length > 0 ? [ApiConsumes(...consumes)] : []),
    ...(body
      ? [
          ApiBody({
            schema: {
              ...jsonSchemaOf(body),
              ...(bodyExample === undefined ? {} : { example: bodyExample }),
            } as SwaggerSchema,
          } as Parameters<typeof ApiBody>[0]),
        ]
      : []),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
      ApiQuery({ name, required: false, schema: jsonSchemaOf(schema as z.ZodType) as object }),
    ),
    ...Object.entries(params).map(([name, text]) =>
      ApiParam({ name, description: text, schema: { type: 'string' } }),
    ),
    ...Object.entries(headers).map(([name, text]) =>
      ApiHeader({ name, description: text, required: false, schema: { type: 'string' } }),
    ),
    ApiResponse({
      status,
      description: 'Done',
      ...(answer ? { schema: jsonSchemaOf(answer, 'output') as object } : {}),
    }),
    ...Object.entries(problems).map(([code, text]) =>
      ApiResponse({ status: Number(code), description: text }),
    ),
  );
};

/** Validates a body, query or parameter by its schema. */
@Injectable()
export class Valid<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.infer<S> {
    return parseOrProblem(this.schema, value);
  }
}
