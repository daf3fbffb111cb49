import { z } from 'zod';
import { FulfilmentLine, Text } from './shapes.ts';

/** What tells serials apart: labels, scanners and people write the same one in capitals or not. */
export const serialKey = (serial: string): string => serial.toLowerCase();

/** Serial numbers of a line’s units: no two the same, for some of the units or for all. */
export const Serials = z
  .array(Text(64))
  .min(1)
  .max(1_000)
  .superRefine((serials, context) => {
    const seen = new Set<string>();
    for (const [index, serial] of serials.entries()) {
      if (seen.has(serialKey(serial)))
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `Serial ${serial} is there twice: each unit has one of its own, whatever case it is written in.`,
        });
      seen.add(serialKey(serial));
    }
  })
  .describe(
    'Serial numbers of its units, as far as they are known; case does not tell them apart. Left out for goods without.',
  );
export type Serials = z.infer<typeof Serials>;

interface SerialLine {
  /** Of a receipt below zero where they came back. */
  readonly quantity: number;
  readonly serials?: Serials | undefined;
}

/** What the serials alone cannot tell: a line names no more of them than it has units. */
export const checkSerials = ({ quantity, serials = [] }: SerialLine, context: z.RefinementCtx): void => {
  const units = Math.abs(quantity);
  if (serials.length > units)
    context.addIssue({
      code: 'custom',
      path: ['serials'],
      message: `${serials.length} serials for ${units === 1 ? '1 unit' : `${units} units`}: correct the quantity, or leave out what is not of the line.`,
    });
};

/** Units of a line that went out, with their serials. */
export const LeavingLine = FulfilmentLine.extend({ serials: Serials.optional() }).superRefine(checkSerials);
