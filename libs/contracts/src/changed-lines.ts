/**
 * The lines of an order after a change: those that are named as they are now, in their places, and those
 * that join behind them. What of a line is another, each service that knows it says itself.
 */
export const withChangedLines = <
  L extends { readonly lineId: string },
  N extends { readonly lineId: string },
>(
  lines: readonly L[],
  changed: readonly N[],
  as: { readonly known: (line: L, now: N) => L; readonly joining: (now: N) => L },
): readonly L[] => {
  const now = new Map<string, N>(changed.map((line) => [line.lineId, line]));
  const isKnown = new Set(lines.map(({ lineId }) => lineId));
  return [
    ...lines.map((line) => {
      const other = now.get(line.lineId);
      return other ? as.known(line, other) : line;
    }),
    ...changed.filter(({ lineId }) => !isKnown.has(lineId)).map(as.joining),
  ];
};
