import { z } from 'zod';
import { AttributeName } from '../inbound/attributes.ts';
import { Text } from '../inbound/shapes.ts';

const on = z.enum(['order', 'line']).describe('Whether orders have it, or lines.');

/** One attribute that orders or lines may carry. */
export const DeclaredAttribute = z
  .strictObject({
    name: AttributeName,
    on,
    type: z
      .enum(['text', 'integer', 'boolean', 'date', 'choice'])
      .describe('What its values are; a `choice` is one of its `values`.'),
    values: z
      .array(Text(100))
      .min(1)
      .max(200)
      .optional()
      .describe('What there is to choose; of a `choice`, and of nothing else.'),
    label: Text(100).optional().describe('What people call it; its name where left out.'),
  })
  .refine(({ type, values }) => (type === 'choice') === (values !== undefined), {
    path: ['values'],
    error: 'A choice names its values, and nothing else does.',
  });
export type DeclaredAttribute = z.infer<typeof DeclaredAttribute>;

/** All attributes that orders may carry from now on; what orders carry already stays. */
export const DeclaredAttributes = z.strictObject({
  attributes: z
    .array(DeclaredAttribute)
    .max(200)
    .refine(
      (declared) => new Set(declared.map((one) => `${one.on} ${one.name}`)).size === declared.length,
      'An attribute is declared once for orders and once for lines.',
    )
    .describe('Attributes of orders and of lines.'),
});
export type DeclaredAttributes = z.infer<typeof DeclaredAttributes>;

export const attributeFacts = {
  /** In the stream `attributes`: what orders may carry from then on. */
  'tributary.attribute.declared.v1': DeclaredAttributes,
} as const;
