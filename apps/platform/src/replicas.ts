/** How long a replica that was not there is asked only where no other is, in milliseconds. */
const away = 1_000;

/** The addresses of one service, each in its turn. */
export class Replicas {
  private readonly origins: readonly string[];
  private readonly until = new Map<string, number>();
  private turn = 0;

  /**
   * @param urls each `http://host:port`: of a replica, or of what stands before several
   * @throws TypeError one of them is no address
   */
  constructor(
    urls: readonly string[],
    private readonly now: () => number = () => performance.now(),
  ) {
    this.origins = urls.map((url) => new URL(url).origin);
  }

  /** The next to be asked: of those that are there, or, where none is, of all. */
  next(): string {
    const now = this.now();
    const there = this.origins.filter((origin) => (this.until.get(origin) ?? 0) <= now);
    const chosen = there.length > 0 ? there : this.origins;
    this.turn = (this.turn + 1) % this.origins.length;
    return chosen[this.turn % chosen.length]!;
  }

  /** It could not be reached: others are asked in its place for a moment. */
  missed(origin: string): void {
    this.until.set(origin, this.now() + away);
  }
}
