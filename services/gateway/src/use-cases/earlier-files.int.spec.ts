import type { ReturnReceived } from '@tributary/contracts';
import { onlineRetail } from '@tributary/connectors';
import { unbounded } from '@tributary/event-bus';
import { type SqliteEventLog, openSqliteEventLog } from '@tributary/event-store/sqlite';
import { type ImportCounts, importFile } from './imports.ts';
import { Inbox } from './inbox.ts';

const source = 'urn:shop';
const row = (invoice: string, day: number, quantity: number) =>
  `${invoice},85048,GLASS BALL,${quantity},2010-03-0${day} 10:00:00,6.95,13085,United Kingdom`;
const noNames = { warningsFor: async (arriving: readonly unknown[]) => arriving.map(() => []) };

/** Of a key that nobody revokes. */
const good = new AbortController().signal;

describe('Files of one shop, imported one after the other', () => {
  const [first, second] = [
    [row('1', 1, 5), row('2', 2, 3), row('C3', 3, -4)],
    [row('4', 4, 1), row('C5', 5, -3), row('6', 6, 2), row('C7', 7, -9)],
  ];
  let [log, inbox] = [] as unknown as [SqliteEventLog, Inbox];
  beforeEach(() => {
    log = openSqliteEventLog(':memory:');
    inbox = new Inbox(log.forService('gateway'), noNames);
  });
  afterEach(() => log.close());

  const imported = async (rows: readonly string[], as = source): Promise<ImportCounts> => {
    const file = (async function* () {
      yield new TextEncoder().encode(
        ['Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country', ...rows].join('\n'),
      );
    })();
    const reading = onlineRetail.read(file, { source: as, earlier: inbox.takenFrom(as) });
    let counts: ImportCounts | undefined;
    for await (const progress of importFile(inbox, reading, { actor: 'ops:key-1' }, unbounded, good))
      ({ counts } = progress);
    return counts!;
  };
  /** What was recorded of returns: each with its lines, how much of which order. */
  const returns = async () =>
    (await log.all.readAll(0, 1_000, ['tributary.return.received.v1'])).map(({ data }) => {
      const { returnId, orderId: ofAll, lines } = data as ReturnReceived;
      return [
        returnId,
        ...lines.map(({ orderId = ofAll, quantity }) => `${quantity} of ${orderId ?? 'none'}`),
      ];
    });

  const expected = [
    ['C3', '3 of online-retail.2', '1 of online-retail.1'],
    ['C5', '1 of online-retail.4', '2 of online-retail.1'],
    ['C7', '2 of online-retail.6', '2 of online-retail.1', '5 of none'],
  ];

  it('give the returns of one file, and say nothing new when they are imported again', async () => {
    expect(await imported(first)).toMatchObject({ accepted: 3, duplicates: 0, quarantined: 0 });
    expect(await imported(second)).toMatchObject({ accepted: 4, duplicates: 0, quarantined: 0 });
    expect(await returns()).toEqual(expected);
    expect(await imported(first)).toMatchObject({ accepted: 0, duplicates: 3, quarantined: 0 });
    expect(await imported(second)).toMatchObject({ accepted: 0, duplicates: 4, quarantined: 0 });
    expect(await imported([...first, ...second])).toMatchObject({
      accepted: 0,
      duplicates: 7,
      quarantined: 0,
    });
    expect(await returns()).toEqual(expected);
  });

  it('may overlap, and one that was cut off is imported again', async () => {
    await imported(first);
    const both = [...first, ...second];
    expect(await imported(both.slice(1, -1))).toMatchObject({ accepted: 3, duplicates: 2, quarantined: 0 });
    expect(await imported(both)).toMatchObject({ accepted: 1, duplicates: 6, quarantined: 0 });
    expect(await returns()).toEqual(expected);
  });

  it('know nothing of what came under another source', async () => {
    await imported(first, 'urn:another');
    await imported(second);
    expect((await returns()).slice(1)).toEqual([
      ['C5', '1 of online-retail.4', '2 of none'],
      ['C7', '2 of online-retail.6', '7 of none'],
    ]);
  });

  it('may be longer than what is read back at once', async () => {
    const orders = Array.from({ length: 1_200 }, (_, index) => row(String(1_000 + index), 1, 1));
    await imported(orders);
    await imported([row('C9999', 2, -1_200)]);
    const [[, ...lines]] = (await returns()) as [string[]];
    expect(lines.filter((line) => line.startsWith('1 of online-retail.'))).toHaveLength(1_200);
  });
});
