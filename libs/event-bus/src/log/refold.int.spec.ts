import { describe, expect, it } from '@jest/globals';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { ledger, nameOf, orders, recordIn } from '../contract/subject.ts';
import type { BusMessage } from '../port.ts';
import { refoldingBus } from './refold.ts';

describe('A fold of the whole log', () => {
  let log: SqliteEventLog;
  beforeEach(async () => {
    log = openSqliteEventLog(':memory:');
    await recordIn(log, orders('a', 20));
  });
  afterEach(() => log.close());

  const folded = async (handle: (batch: readonly BusMessage[]) => Promise<void>) => {
    const { stored, subscription } = ledger({ handle });
    await refoldingBus(log).subscribe(subscription);
    return stored.effect.length;
  };
  const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

  it('passes over the message that fails, and nothing else', async () => {
    const isPoison = (message: BusMessage) => nameOf(message) === 'a7';
    const count = await folded((batch) => (batch.some(isPoison) ? failing('broken') : Promise.resolve()));
    expect(count).toBe(19);
  });

  it('hands over fewer at once to a store that cannot take so many', async () => {
    const count = await folded((batch) =>
      batch.length > 3 ? failing('store-unavailable') : Promise.resolve(),
    );
    expect(count).toBe(20);
  });

  it('fails where the store is away, rather than leave out what it could not store', async () => {
    await expect(folded(() => failing('store-unavailable'))).rejects.toThrow('store-unavailable');
  });
});
