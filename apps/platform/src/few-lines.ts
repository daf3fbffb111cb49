/** Lines of one kind that the log gets in a second; of the others it gets the number. */
export const mostInASecond = 20;

const afterASecond = (work: () => void): void => {
  setTimeout(work, 1_000).unref();
};

/** Writes a few lines of each kind in a second: whoever sends what is told a line each cannot fill the log. */
export class FewLines {
  /** How many of a kind there were in its second that goes on. */
  private readonly counts = new Map<string, number>();

  /** @param later calls back once a second is over */
  constructor(
    private readonly write: (line: string) => void,
    private readonly later: (work: () => void) => void = afterASecond,
  ) {}

  /** @param kind what lines that are counted together begin with */
  tell(kind: string, rest: string): void {
    const before = this.counts.get(kind);
    this.counts.set(kind, (before ?? 0) + 1);
    if (before === undefined) this.later(() => this.endSecond(kind));
    if ((before ?? 0) < mostInASecond) this.write(`${kind}: ${rest}`);
  }

  private endSecond(kind: string): void {
    const untold = this.counts.get(kind)! - mostInASecond;
    this.counts.delete(kind);
    if (untold > 0) this.write(`${kind}: ${untold} more within a second`);
  }
}
