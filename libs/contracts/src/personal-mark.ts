import type { z } from 'zod';

/** The keyword of a schema, also in OpenAPI and AsyncAPI, that says: what stands here tells of a person. */
export const personalKeyword = 'x-personal';

/** Marks a value that tells of a customer or of somebody who acts for one; all that it holds is marked with it. */
export const personal = <S extends z.ZodType>(schema: S): S => schema.meta({ [personalKeyword]: true }) as S;
