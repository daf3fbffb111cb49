/** Tells when so many have come. */
export class Tally {
  private rest = 0;
  private arrived = Promise.withResolvers<void>();

  /** Resolves once so many more have come than until now. */
  next(count: number): Promise<void> {
    this.rest = count;
    this.arrived = Promise.withResolvers();
    return this.arrived.promise;
  }

  came(count: number): void {
    this.rest -= count;
    if (this.rest <= 0) this.arrived.resolve();
  }
}
