import type { Captured } from '../domain/order/order.ts';

/** Callers who wait until an order they placed is sourced or refused. */
export class SourcingAnswers {
  private readonly waiting = new Map<string, Set<(order: Captured) => void>>();
  private readonly closing = new AbortController();

  awaited(orderId: string): boolean {
    return this.waiting.has(orderId);
  }

  /** @returns the order once it is decided, or undefined when the signal aborts first, or the process stops */
  next(orderId: string, aborting: AbortSignal): Promise<Captured | undefined> {
    const signal = AbortSignal.any([aborting, this.closing.signal]);
    if (signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const callbacks = this.waiting.get(orderId) ?? new Set();
      this.waiting.set(orderId, callbacks);
      const finish = (order?: Captured) => {
        signal.removeEventListener('abort', give);
        callbacks.delete(finish);
        if (callbacks.size === 0) this.waiting.delete(orderId);
        resolve(order);
      };
      const give = () => finish();
      signal.addEventListener('abort', give, { once: true });
      callbacks.add(finish);
    });
  }

  /** Whoever waits, or comes yet, is told what is known. */
  close(): void {
    this.closing.abort();
  }

  tell(orderId: string, order: Captured): void {
    for (const finish of [...(this.waiting.get(orderId) ?? [])]) finish(order);
  }
}
