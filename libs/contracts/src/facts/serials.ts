import { z } from 'zod';
import { PartId } from '../inbound/shapes.ts';

/** Serial numbers that a fact of an order names, by the line of the order that they are of. */
export const LineSerials = z.array(
  z.object({
    lineId: PartId.describe('The line of the order.'),
    serials: z.array(z.string()).describe('Serial numbers, as they were told.'),
  }),
);
export type LineSerials = z.infer<typeof LineSerials>;
