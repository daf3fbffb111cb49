import { z } from 'zod';
import { personal } from '../personal-mark.ts';

/**
 * What a retailer says of orders and lines beyond what this language has words for. Nothing is a bag: each
 * attribute is declared with its type before orders carry it.
 */
export const AttributeName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'An attribute has 1–40 lower-case letters, digits or hyphens, e.g. gift-wrap.',
  )
  .describe('What the attribute is called: `gift-wrap`, `engraving`.');

const longestText = 300;

export const AttributeValue = z
  .union([z.string().trim().min(1).max(longestText), z.int(), z.boolean()])
  .describe('Text, a whole number, or true or false, as it is declared; a date as `2026-11-30`.');
export type AttributeValue = z.infer<typeof AttributeValue>;

const mostValues = 50;
const atMost = {
  error: `At most ${mostValues} attributes stand in one place.`,
};

export const Attributes = personal(
  z
    .record(AttributeName, AttributeValue)
    .refine((values) => Object.keys(values).length <= mostValues, atMost),
).describe('Attributes as they are declared, by name.');
export type Attributes = z.infer<typeof Attributes>;

/** Attributes as they are to be; null takes one away. */
export const AttributeChanges = personal(
  z
    .record(AttributeName, AttributeValue.nullable())
    .refine((values) => Object.keys(values).length > 0, 'Name at least one attribute.')
    .refine((values) => Object.keys(values).length <= mostValues, atMost),
).describe('Attributes as they are now, by name; null where there is none any more.');
export type AttributeChanges = z.infer<typeof AttributeChanges>;
