import type { z } from 'zod';

/** The keyword of a schema, also in OpenAPI and AsyncAPI, that says what it is that a value names. */
export const identifiesKeyword = 'x-identifies';

/** What events are looked for by. */
export type Identified = 'channel' | 'location' | 'order';

/** Marks a value as the name of something that events are looked for by. */
export const identifies = <S extends z.ZodType>(what: Identified | 'nothing', schema: S): S =>
  schema.meta({ [identifiesKeyword]: what }) as S;
