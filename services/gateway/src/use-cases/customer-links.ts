import {
  type CustomerLinked,
  type CustomerUnlinked,
  type Submitter,
  inboundTypes,
} from '@tributary/contracts';
import type { EventStore, RecordedEvent } from '@tributary/event-store';
import type { Acceptable } from '../domain/message/examine.ts';
import { idReused } from '../domain/message/id-reused.ts';
import { inboxAppend } from './inbox.ts';

/** What is said of an identity and a customer: that they are the same person, or another. */
export type Saying =
  | { readonly type: 'tributary.customer.linked.v1'; readonly data: CustomerLinked }
  | { readonly type: 'tributary.customer.unlinked.v1'; readonly data: CustomerUnlinked };

/**
 * What people say of who is the same person is recorded as the very message that a customer system publishes: one
 * history, whoever told it, and what happened last counts.
 */
export class CustomerLinks {
  constructor(private readonly store: EventStore) {}

  /**
   * @param id names the saying: said again under it, it is recorded once
   * @returns what is recorded under the id; nothing where that is something else
   */
  async say({ type, data }: Saying, id: string, by: Submitter): Promise<RecordedEvent | undefined> {
    const time = new Date().toISOString();
    const key = inboundTypes[type].key(data);
    const message: Acceptable = { id, source: 'tributary/gateway', type, time, data, key, attributes: {} };
    const { recorded } = await this.store.append([inboxAppend(message, by)]);
    const [event] = recorded;
    return idReused(message, event!, time) ? undefined : event;
  }
}
