/** A buyer who asked for some units of one SKU, and what became of it. Moments are of one clock. */
export interface Bought {
  readonly asked: number;
  readonly answered: number;
  readonly units: number;
  readonly sold: boolean;
}

/**
 * Whether these answers could have been given one after the other, each at a moment between question and answer, by
 * somebody who sells while enough is left and refuses else (J. Wing and C. Gong, Testing and Verifying Concurrent
 * Objects, 1993; what was tried before is remembered as by G. Lowe, Testing for Linearizability, 2017).
 * @param stock units there are at first
 */
export const isLinearizable = (history: readonly Bought[], stock: number): boolean => {
  const inVain = new Set<string>();
  const goesOn = (open: readonly Bought[], left: number): boolean => {
    if (open.length === 0) return true;
    const situation = `${left} of ${open.map((each) => history.indexOf(each)).join()}`;
    if (inVain.has(situation)) return false;
    const firstAnswered = Math.min(...open.map(({ answered }) => answered));
    const found = open
      .filter(({ asked }) => asked <= firstAnswered)
      .some((next) => {
        if (next.sold !== next.units <= left) return false;
        return goesOn(
          open.filter((each) => each !== next),
          next.sold ? left - next.units : left,
        );
      });
    if (!found) inVain.add(situation);
    return found;
  };
  return goesOn(history, stock);
};
