import fc from 'fast-check';
import type { InboundCloudEvent, ReturnReceived } from '@tributary/contracts';
import type { EarlierMessage } from '../connector.ts';
import { onlineRetail } from './index.ts';

const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';

const row = (invoice: string, day: number, quantity: number, code = '85048', price = '6.95') =>
  `${invoice},${code},GLASS BALL,${quantity},2010-03-${String(day).padStart(2, '0')} 10:00:00,${price},13085,United Kingdom`;

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** What an inbox keeps: of each id the first message, in the order they came. */
class Inbox {
  private readonly kept = new Map<string, InboundCloudEvent>();
  /** Ids under which something else was told than was kept. */
  readonly reused: string[] = [];

  /** @returns the returns of the file, as it told them */
  async import(rows: readonly string[]): Promise<InboundCloudEvent[]> {
    const earlier = [...this.kept.values()].map((event): EarlierMessage => ({
      type: event.type,
      time: new Date(event.time!).toISOString(),
      data: structuredClone(event.data),
    }));
    const bytes = new TextEncoder().encode([HEADER, ...rows, ''].join('\n'));
    const run = onlineRetail.read(inTurn([bytes]), { source: 'urn:shop', earlier: inTurn(earlier) });
    const told: InboundCloudEvent[] = [];
    for await (const { events } of run.steps) told.push(...events);
    for (const event of told) {
      const known = this.kept.get(event.id);
      if (!known) this.kept.set(event.id, event);
      else if (JSON.stringify(known) !== JSON.stringify(event)) this.reused.push(event.id);
    }
    return told.filter(isReturn);
  }

  returns(): InboundCloudEvent[] {
    return [...this.kept.values()].filter(isReturn);
  }
}

const isReturn = ({ type }: InboundCloudEvent): boolean => type === 'tributary.return.received.v1';

/** Of each line: the order it names, the line and how much of it. */
const matching = (events: readonly InboundCloudEvent[]) =>
  Object.fromEntries(
    events.map(({ data }) => {
      const { returnId, orderId: ofAll, lines } = data as ReturnReceived;
      return [
        returnId,
        lines.map(({ orderId = ofAll, lineId, quantity }) =>
          orderId ? `${quantity} of ${orderId}/${lineId}` : `${quantity} of none`,
        ),
      ];
    }),
  );

const returnsOf = async (...files: readonly (readonly string[])[]): Promise<InboundCloudEvent[]> => {
  const inbox = new Inbox();
  for (const file of files) await inbox.import(file);
  expect(inbox.reused).toEqual([]);
  return inbox.returns();
};

describe('A cancellation of what was bought in an earlier file', () => {
  it('is of the newest order before it, be that in this file or in an earlier one', async () => {
    const march = [row('1', 1, 5), row('2', 2, 3)];
    const april = [row('C3', 3, -4), row('4', 4, 1), row('C5', 5, -3)];
    expect(matching(await returnsOf(march, april))).toEqual({
      C3: ['3 of online-retail.2/1', '1 of online-retail.1/1'],
      C5: ['1 of online-retail.4/1', '2 of online-retail.1/1'],
    });
  });

  it('takes no goods that an earlier cancellation took, nor money that it gave back', async () => {
    const bought = [row('1', 1, 2), row('1', 1, 1, 'POST', '18.00')];
    const first = [row('C2', 2, -1), row('C2', 2, -1, 'POST', '18.00')];
    const second = [row('C3', 3, -1), row('C3', 3, -1, 'POST', '18.00'), row('C4', 4, -1)];
    const returns = await returnsOf(bought, first, second);
    expect(returns).toEqual(await returnsOf([...bought, ...first, ...second]));
    expect(matching(returns)).toEqual({
      C2: ['1 of online-retail.1/1'],
      C3: ['1 of online-retail.1/1'],
      C4: ['1 of none'],
    });
    const ofWhom = returns.map(({ data }) => (data as ReturnReceived).orderId);
    expect(ofWhom).toEqual(['online-retail.1', undefined, undefined]);
  });

  it('is never of an order that came after it, though that was told before', async () => {
    expect(matching(await returnsOf([row('3', 3, 5)], [row('1', 1, 2), row('C2', 2, -3)]))).toEqual({
      C2: ['2 of online-retail.1/1', '1 of none'],
    });
  });

  it('finds the rest of an order that an earlier file had cut short, and each line once', async () => {
    const whole = [row('1', 1, 2), row('1', 1, 4, '21733'), row('C2', 2, -5), row('C3', 2, -4, '21733')];
    expect(matching(await returnsOf(whole.slice(0, 1), whole))).toEqual({
      C2: ['2 of online-retail.1/1', '3 of none'],
      C3: ['4 of online-retail.1/2'],
    });
  });
});

describe('A cancellation that an earlier file told', () => {
  const year = [row('1', 1, 5), row('2', 2, 5), row('C3', 3, -7), row('4', 4, 2), row('C5', 5, -4)];

  it('is told in the same words again, and takes nothing again', async () => {
    const inbox = new Inbox();
    const first = await inbox.import(year);
    expect(await inbox.import(year)).toEqual(first);
    expect(inbox.reused).toEqual([]);
    expect(matching(await inbox.import([row('C6', 6, -9)]))).toEqual({
      C6: ['1 of online-retail.1/1', '8 of none'],
    });
  });

  it('stays with what it was matched to, though its order is told now', async () => {
    const inbox = new Inbox();
    await inbox.import(year.slice(1));
    expect(matching(await inbox.import(year))).toEqual({
      C3: ['5 of online-retail.2/1', '2 of none'],
      C5: ['2 of online-retail.4/1', '2 of none'],
    });
    expect(inbox.reused).toEqual([]);
  });

  it.each([
    ['another quantity', row('C3', 3, -8)],
    ['another SKU', row('C3', 3, -7, '21733')],
    ['another price', row('C3', 3, -7, '85048', '7.95')],
  ])('with %s is another message, and takes nothing from any order', async (_, changed) => {
    const inbox = new Inbox();
    await inbox.import(year.slice(0, 3));
    const returns = await inbox.import([changed, row('C4', 4, -5)]);
    expect(inbox.reused).toEqual(['return:C3']);
    expect(matching(returns)).toEqual({
      C3: [`${changed.split(',')[3]!.slice(1)} of none`],
      C4: ['3 of online-retail.1/1', '2 of none'],
    });
  });
});

const PRICES = ['0.004', '0.01', '1', '2.10', '2.1'];
const invoices = fc.array(
  fc.record({
    cancels: fc.boolean(),
    rows: fc.array(
      fc.record({
        code: fc.constantFrom('A', 'a', 'B', 'POST'),
        quantity: fc.integer({ min: 1, max: 6 }),
        price: fc.constantFrom(...PRICES),
        customer: fc.constantFrom('1', '1', '2', ''),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    /** Minutes after the invoice before. */
    after: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 2, maxLength: 14 },
);

/** Each invoice as its rows, in the order of time. */
const written = (drawn: typeof invoices extends fc.Arbitrary<infer T> ? T : never): string[][] => {
  let minutes = 0;
  return drawn.map(({ cancels, rows, after }, index) => {
    const time = `2010-03-01 10:${String((minutes += after)).padStart(2, '0')}:00`;
    return rows.map(
      ({ code, quantity, price, customer }) =>
        `${cancels ? 'C' : ''}${100 + index},${code},,${cancels ? -quantity : quantity},${time},${price},${customer},EIRE`,
    );
  });
};

describe('A file cut between its invoices', () => {
  it('gives the returns that it gives in one piece, however it is cut and wherever the pieces overlap', async () => {
    await fc.assert(
      fc.asyncProperty(
        invoices,
        fc.array(fc.tuple(fc.nat(), fc.nat(4)), { maxLength: 5 }),
        async (drawn, cuts) => {
          const whole = written(drawn);
          const ends = cuts
            .map(([end, overlap]) => ({ end: end % (whole.length + 1), overlap }))
            .toSorted((one, other) => one.end - other.end);
          let from = 0;
          const pieces = [...ends, { end: whole.length, overlap: 0 }].map(({ end, overlap }) => {
            const piece = whole.slice(from, end).flat();
            from = Math.max(end - overlap, 0);
            return piece;
          });
          expect(await returnsOf(...pieces)).toEqual(await returnsOf(whole.flat()));
        },
      ),
      { numRuns: 300 },
    );
  });
});
