import { type RepairStock, type Submitter, inboundTypes, placeKeyOf } from '@tributary/contracts';
import type { EventStore, RecordedEvent } from '@tributary/event-store';
import type { Acceptable } from '../domain/message/examine.ts';
import { idReused } from '../domain/message/id-reused.ts';
import { inboxAppend } from './inbox.ts';
import { recordInOrder } from './recording.ts';

const type = 'tributary.stock.counted.v1';

/**
 * What a person puts right after a comparison is recorded as the very message that a system that counts publishes: the
 * ledger explains itself by it as by any other, with who, when and why.
 */
export class StockRepairs {
  constructor(private readonly store: EventStore) {}

  /**
   * @param id names the command: given again under it, each row is recorded once
   * @returns what is recorded of each row; nothing where that is something else
   */
  async repair(
    { rows, reason }: RepairStock,
    id: string,
    by: Submitter,
  ): Promise<readonly RecordedEvent[] | undefined> {
    const time = new Date().toISOString();
    const messages = rows.map((row) => messageOf(row, reason, id, time));
    const recorded = await recordInOrder(
      this.store,
      messages.map((message) => inboxAppend(message, by)),
    );
    const events = recorded.map(({ event }) => event);
    return events.some((event, index) => idReused(messages[index]!, event, time)) ? undefined : events;
  }
}

const messageOf = (
  { sku, location, onHand, asOf }: RepairStock['rows'][number],
  reason: string,
  id: string,
  time: string,
): Acceptable => {
  const data = {
    sku,
    location,
    quantity: onHand,
    ...(asOf !== undefined && { countedAt: asOf }),
    reason,
  };
  const own = { id: `${id}\n${placeKeyOf(sku, location)}`, source: 'tributary/gateway', time };
  return { ...own, type, data, key: inboundTypes[type].key(data), attributes: {} };
};
