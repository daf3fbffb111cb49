import type { LineSerials, Serials } from '@tributary/contracts';

interface Told {
  readonly lineId?: string | undefined;
  readonly sku?: string | undefined;
  readonly serials?: Serials | undefined;
}

/**
 * The serial numbers that lines of a message name, as facts of an order carry them: by the line that is
 * named, or the first of its SKU. They move no quantity and are no condition of anything: a label that was
 * read wrongly must not keep goods from being sent or taken back. What is of no line of the order is left out.
 */
export const serialsOf = (
  told: readonly Told[],
  lines: readonly { readonly lineId: string; readonly sku: string }[],
): { readonly serials?: LineSerials } => {
  const serials = told.flatMap(({ lineId, sku, serials: named }) => {
    const line = lines.find((one) => (lineId === undefined ? one.sku === sku : one.lineId === lineId));
    return line && named ? [{ lineId: line.lineId, serials: named }] : [];
  });
  return serials.length > 0 ? { serials: serials as LineSerials } : {};
};
