import type { OrderPage } from '../order-page/order-page.ts';

/** The first moment that open units are promised for which do not lie ready already. */
export const dueOf = ({ lines, fulfilments }: OrderPage): string | undefined => {
  const ready = new Map<string, number>();
  for (const { status, lines: held } of fulfilments)
    if (status === 'ready')
      for (const { lineId, quantity } of held) ready.set(lineId, (ready.get(lineId) ?? 0) + quantity);
  return lines
    .flatMap(({ lineId, promisedBy, quantities: { ordered, cancelled, fulfilled } }) =>
      promisedBy && ordered - cancelled - fulfilled > (ready.get(lineId) ?? 0) ? [promisedBy] : [],
    )
    .reduce<string | undefined>((first, by) => (first === undefined || by < first ? by : first), undefined);
};
