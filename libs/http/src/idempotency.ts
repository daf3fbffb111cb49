import { z } from 'zod';
import { Problem } from './problem.ts';

const IdempotencyKey = z.string().min(1).max(255).optional();

/** The header as the OpenAPI document tells of it. */
export const idempotencyHeader = {
  'Idempotency-Key':
    'A name of your choice for this command, 1–255 characters. Sent again with it, the command takes effect once and is answered as the first time; another command under it is refused with 422 `idempotency-key-reused`.',
};

/** @throws Problem 400 for what names no command */
export const mustBeIdempotencyKey = (key: string | undefined): void => {
  if (!IdempotencyKey.safeParse(key).success)
    throw new Problem(400, 'invalid', 'An Idempotency-Key is 1–255 characters.');
};

export const keyReused = () =>
  new Problem(
    422,
    'idempotency-key-reused',
    'This Idempotency-Key was used for another request: take a new key.',
  );
