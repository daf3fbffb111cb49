import { Inject, Injectable } from '@nestjs/common';
import { type KeySubmitter, Problem } from '@tributary/http';
import type { ReadStore } from '@tributary/read-store';
import { quarantine } from '../../projections/quarantine/quarantine.ts';
import { Dismissals } from '../../use-cases/dismissals.ts';
import { readStoreToken } from '../tokens.ts';

/** How a dismissal is answered: done, or the problem that the refusal is. */
@Injectable()
export class PuttingAside {
  constructor(
    @Inject(readStoreToken) private readonly store: ReadStore,
    @Inject(Dismissals) private readonly dismissals: Dismissals,
  ) {}

  /** @throws Problem 404 `not-found`, 409 `already-dismissed`, `already-released`, `parked` */
  async dismiss(messageId: string, reason: string, by: KeySubmitter): Promise<void> {
    const refusal = await this.dismissals.dismiss(messageId, reason, by);
    if (!refusal) return;
    if (refusal.code !== 'not-found') throw new Problem(409, refusal.code, refusal.reason);
    const parked = await this.store.get(quarantine, messageId);
    throw parked
      ? new Problem(
          409,
          'parked',
          'This message was accepted, so a service owes it an answer: release it once the cause is mended.',
        )
      : new Problem(404, refusal.code, refusal.reason);
  }
}
