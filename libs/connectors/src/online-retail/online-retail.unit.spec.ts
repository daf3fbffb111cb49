import fc from 'fast-check';
import { CloudEventAttributes, inboundTypes, isInboundType } from '@tributary/contracts';
import type { InboundCloudEvent, OrderCaptured, ReturnReceived } from '@tributary/contracts';
import { readAll } from '../read-all.ts';
import { onlineRetail } from './index.ts';

const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
const source = 'urn:shop:online-retail';

/** Given these rows of the file, what does the import make of them? */
const given = (...rows: string[]) => readAll(onlineRetail, [HEADER, ...rows, ''].join('\n'), source);

const dataOf = (event: InboundCloudEvent | undefined) => event!.data as OrderCaptured;
const isOrder = (event: InboundCloudEvent): event is InboundCloudEvent & { data: OrderCaptured } =>
  event.type === 'tributary.order.captured.v1';
const isReturn = (event: InboundCloudEvent): event is InboundCloudEvent & { data: ReturnReceived } =>
  event.type === 'tributary.return.received.v1';

const promised = (event: InboundCloudEvent): boolean =>
  isInboundType(event.type) &&
  CloudEventAttributes.safeParse(event).success &&
  inboundTypes[event.type].data.safeParse(event.data).success;

const balances = (report: { rowsRead: number; rowsApplied: number; rowsSkipped: number }) =>
  report.rowsRead === report.rowsApplied + report.rowsSkipped;

const bought = (
  invoice: string,
  time: string,
  quantity: number,
  code = '85048',
  price = '6.95',
  customer = '13085',
) => `${invoice},${code},GLASS BALL,${quantity},${time},${price},${customer},United Kingdom`;

describe('An invoice', () => {
  it('becomes one order, complete and paid at its own time, its lines numbered by position', async () => {
    const { events, report } = await given(
      '489434,85048,15CM GLASS BALL 20 LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom',
      '489434,85123a, WHITE HANGING HEART ,2,2009-12-01 07:45:00,2.1,13085,United Kingdom',
    );
    expect(events).toEqual([
      {
        specversion: '1.0',
        id: 'order:489434/2',
        source,
        type: 'tributary.order.captured.v1',
        time: '2009-12-01T07:45:00Z',
        datacontenttype: 'application/json',
        businessdate: '2009-12-01',
        zone: 'Europe/London',
        imported: true,
        data: {
          channel: 'online-retail',
          number: '489434',
          currency: 'GBP',
          customer: { id: '13085' },
          shipTo: { country: 'GB' },
          lines: [
            {
              lineId: '1',
              sku: '85048',
              name: '15CM GLASS BALL 20 LIGHTS',
              quantity: 12,
              unitPrice: '6.95',
              amount: 8340,
            },
            {
              lineId: '2',
              sku: '85123A',
              name: 'WHITE HANGING HEART',
              quantity: 2,
              unitPrice: '2.1',
              amount: 420,
            },
          ],
          payments: [{ paymentId: '489434', method: 'invoice', amount: 8760, status: 'captured' }],
          total: 8760,
          completedAt: '2009-12-01T07:45:00Z',
        },
      },
    ]);
    expect(report).toMatchObject({ rowsRead: 2, rowsApplied: 2, rowsSkipped: 0, ordersCreated: 1 });
    expect(report.amountByMonth).toEqual({ '2009-12': { minor: 8760, unrounded: '8760' } });
  });

  it('without a customer is the order of a guest', async () => {
    const { events } = await given('489434,85048,BALL,1,2009-12-01 07:45:00,6.95,,United Kingdom');
    expect(dataOf(events[0])).not.toHaveProperty('customer');
  });

  it('that repeats a row keeps both as lines', async () => {
    const { events } = await given(
      bought('1', '2009-12-01 07:45:00', 1),
      bought('1', '2009-12-01 07:45:00', 1),
    );
    expect(dataOf(events[0]).lines.map((line) => line.lineId)).toEqual(['1', '2']);
  });

  it('with two time stamps happened at the first', async () => {
    const { events, report } = await given(
      bought('1', '2010-03-01 10:00:00', 1),
      bought('1', '2010-03-01 10:09:00', 1),
    );
    expect(events.map(({ time }) => time)).toEqual(['2010-03-01T10:00:00Z']);
    expect(report.invoicesWithSeveralTimes).toBe(1);
  });

  it('that is interleaved with others is put together again, in the order of first rows', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 1),
      bought('2', '2010-03-01 10:00:00', 2),
      bought('1', '2010-03-01 10:00:00', 3),
    );
    expect(events.map(({ id }) => id)).toEqual(['order:1/2', 'order:2/1']);
    expect(dataOf(events[0]).lines).toHaveLength(2);
  });

  it('that goes on long after it was taken as complete is listed, not lost', async () => {
    const others = Array.from({ length: 2_002 }, (_, n) =>
      bought(String(1_000 + n), '2010-03-01 10:00:00', 1),
    );
    const { events, report } = await given(
      bought('1', '2010-03-01 10:00:00', 1),
      ...others,
      bought('1', '2010-03-02 10:00:00', 3),
    );
    expect(dataOf(events[0]).lines).toHaveLength(1);
    expect(report.skippedRows).toEqual([{ row: 2_004, reason: 'invoice-continued-too-late' }]);
    expect(balances(report)).toBe(true);
  });

  it('over 2,000 lines is listed row by row up to 1,000 rows, its money counted', async () => {
    const rows = Array.from({ length: 2_300 }, () => bought('1', '2010-03-01 10:00:00', 1, '85048', '1.00'));
    const { events, report } = await given(...rows);
    expect(events).toEqual([]);
    expect(report.skippedByReason).toEqual({ 'invoice-over-2000-lines': 2_300 });
    expect(report.skippedRows).toHaveLength(1_000);
    expect(report.skippedRowsNotListed).toBe(1_300);
    expect(report.skippedAmountByMonth).toEqual({ '2010-03': { minor: 230_000, unrounded: '230000' } });
  });

  it('keeps all decimals of a price and rounds the line half-even', async () => {
    const { events, report } = await given(
      bought('1', '2010-03-01 10:00:00', 1, 'PADS', '0.001'),
      bought('1', '2010-03-01 10:00:00', 5, 'PADS', '0.125'),
    );
    const { lines, total } = dataOf(events[0]);
    expect(lines.map((line) => [line.unitPrice, line.amount])).toEqual([
      ['0.001', 0],
      ['0.125', 62],
    ]);
    expect(total).toBe(62);
    expect(report.amountByMonth).toEqual({ '2010-03': { minor: 62, unrounded: '62.6' } });
  });

  it('keeps a line that cost nothing, and asks for no payment when nothing did', async () => {
    const { events, report } = await given('1,85048,,3,2010-03-01 10:00:00,0.0,,United Kingdom');
    expect(dataOf(events[0])).toMatchObject({
      total: 0,
      lines: [{ quantity: 3, unitPrice: '0.0', amount: 0 }],
    });
    expect(dataOf(events[0])).not.toHaveProperty('payments');
    expect(report.freeGuestOrders).toBe(1);
  });
});

describe('The time of an invoice', () => {
  it.each([
    ['2010-01-15 12:00:00', '2010-01-15T12:00:00Z', 'in winter'],
    ['2010-07-15 12:00:00', '2010-07-15T11:00:00Z', 'in summer'],
    ['2010-07-01 00:30:00', '2010-06-30T23:30:00Z', 'just after a summer midnight'],
    ['2010-03-28 01:30:00', '2010-03-28T01:30:00Z', 'in the hour that spring leaves out'],
    ['2010-10-31 01:30:00', '2010-10-31T00:30:00Z', 'in the hour that autumn repeats'],
  ])('%s in London is %s in UTC, %s; the business date stays the local one', async (local, utc) => {
    const { events } = await given(bought('1', local, 1));
    expect(events[0]).toMatchObject({ time: utc, businessdate: local.slice(0, 10), zone: 'Europe/London' });
  });
});

describe('The country of an invoice', () => {
  it.each([
    ['EIRE', 'IE'],
    ['RSA', 'ZA'],
    ['USA', 'US'],
    ['United Kingdom', 'GB'],
  ])('%s is shipped to %s', async (name, code) => {
    const { events } = await given(`1,85048,BALL,1,2010-03-01 10:00:00,1.00,1,${name}`);
    expect(dataOf(events[0]).shipTo).toEqual({ country: code });
  });

  it.each([
    ['Channel Islands', 'Country as invoiced: Channel Islands'],
    ['West Indies', 'Country as invoiced: West Indies'],
    ['Unspecified', undefined],
  ])('%s has no ISO code: the order has no address, the name stays in the note', async (name, note) => {
    const { events, report } = await given(`1,85048,BALL,1,2010-03-01 10:00:00,1.00,1,${name}`);
    expect(dataOf(events[0])).not.toHaveProperty('shipTo');
    expect(dataOf(events[0]).note).toBe(note);
    expect(report.ordersWithoutCountry).toEqual({ [name]: 1 });
  });
});

describe('A code that is no goods', () => {
  it('is a charge on the order, a discount with its sign', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 2, '85048', '10.00'),
      '1,POST,POSTAGE,1,2010-03-01 10:00:00,18.00,13085,France',
      '1,D,Discount,-1,2010-03-01 10:00:00,5.50,13085,France',
      '1,m,Manual,2,2010-03-01 10:00:00,1.25,13085,France',
    );
    const { lines, charges, total, payments } = dataOf(events[0]);
    expect(lines).toHaveLength(1);
    expect(charges).toEqual([
      { code: 'POST', name: 'POSTAGE', amount: 1800 },
      { code: 'D', name: 'Discount', amount: -550 },
      { code: 'M', name: 'Manual', amount: 250 },
    ]);
    expect([total, payments?.[0]?.amount]).toEqual([3500, 3500]);
  });

  it('stands as a service line where the invoice has nothing else', async () => {
    const { events, report } = await given('1,M,Manual,1,2010-03-01 10:00:00,25.00,13085,France');
    expect(dataOf(events[0]).lines).toMatchObject([
      { lineId: '1', sku: 'M', unitPrice: '25.00', amount: 2500 },
    ]);
    expect(report.serviceOrders).toBe(1);
  });

  it('is listed where the invoice only gives something away', async () => {
    const { events, report } = await given('1,D,Discount,-1,2010-03-01 10:00:00,5.50,13085,France');
    expect(events).toEqual([]);
    expect(report.skippedByReason).toEqual({ 'charges-without-anything-charged': 1 });
    expect(report.skippedAmountByMonth).toEqual({ '2010-03': { minor: -550, unrounded: '-550' } });
  });

  it.each(['PADS', 'DCGS0058', 'gift_0001_20', 'SP1002'])(
    'does not include %s, which is sold like goods',
    async (code) => {
      const { events } = await given(bought('1', '2010-03-01 10:00:00', 1, code));
      expect(dataOf(events[0]).lines[0]?.sku).toBe(code.toUpperCase());
      expect(dataOf(events[0])).not.toHaveProperty('charges');
    },
  );

  it('on a bad-debt invoice is listed with its amount, since nothing was sold or came back', async () => {
    const { events, report } = await given(
      'A506401,B,Adjust bad debt,1,2010-04-29 13:36:00,-53594.36,,United Kingdom',
    );
    expect(events).toEqual([]);
    expect(report.skippedRows).toEqual([{ row: 1, reason: 'bad-debt' }]);
    expect(report.skippedAmountByMonth).toEqual({ '2010-04': { minor: -5359436, unrounded: '-5359436' } });
  });
});

describe('A write-off', () => {
  it('adjusts the stock of the warehouse for the reason in its description', async () => {
    const { events, report } = await given(
      '489464,21733,damaged,-96,2009-12-01 10:52:00,0.0,,United Kingdom',
      '489465,21734,,-4,2009-12-01 10:53:00,0.0,,United Kingdom',
    );
    expect(events.map(({ id, type }) => [id, type])).toEqual([
      ['stock:489464:1', 'tributary.stock.adjusted.v1'],
      ['stock:489465:1', 'tributary.stock.adjusted.v1'],
    ]);
    expect(events.map(({ data }) => data)).toEqual([
      { sku: '21733', location: 'uk-warehouse', delta: -96, reason: 'damaged' },
      { sku: '21734', location: 'uk-warehouse', delta: -4, reason: 'No reason given' },
    ]);
    expect(report).toMatchObject({ rowsApplied: 2, ordersCreated: 0 });
  });
});

describe('A cancellation', () => {
  const returned = (invoice: string, quantity: number, code = '85048', price = '6.95', customer = '13085') =>
    `${invoice},${code},GLASS BALL,${quantity},2010-03-05 10:00:00,${price},${customer},United Kingdom`;
  const returnsOf = (events: InboundCloudEvent[]) =>
    events
      .filter(({ type }) => type === 'tributary.return.received.v1')
      .map(({ data }) => {
        const { returnId, orderId, lines, charges } = data as ReturnReceived;
        const short = lines.map((line) => [
          ...(line.orderId ? [line.orderId] : []),
          line.lineId,
          line.quantity,
          line.refund,
        ]);
        return {
          returnId,
          orderId,
          lines: short,
          ...(charges && { charges: charges.map(({ amount }) => amount) }),
        };
      });

  it('is matched to the newest earlier order of the same customer, SKU and price', async () => {
    const { events, report } = await given(
      bought('1', '2010-03-01 10:00:00', 5),
      bought('2', '2010-03-02 10:00:00', 5),
      bought('3', '2010-03-03 10:00:00', 5, '85048', '7.95'),
      bought('4', '2010-03-03 10:00:00', 5, '85048', '6.95', '99999'),
      bought('5', '2010-03-03 10:00:00', 5, '21733'),
      returned('C6', -2, '85048', '6.950'),
    );
    expect(returnsOf(events)).toEqual([
      { returnId: 'C6', orderId: 'online-retail.2', lines: [['1', 2, 1390]] },
    ]);
    expect(report).toMatchObject({ returnsMatched: 1, returnsUnmatched: 0 });
    expect(report.amountByMonth['2010-03']).toEqual({ minor: 16_485, unrounded: '16485' });
  });

  it('of more than one order accounts for is spread over several, each line naming its own', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 5),
      bought('2', '2010-03-02 10:00:00', 3),
      returned('C3', -6),
    );
    expect(returnsOf(events)).toEqual([
      {
        returnId: 'C3',
        orderId: undefined,
        lines: [
          ['online-retail.2', '1', 3, 2085],
          ['online-retail.1', '1', 3, 2085],
        ],
      },
    ]);
  });

  it('never takes the same goods twice, and leaves the rest without an order', async () => {
    const { events, report } = await given(
      bought('1', '2010-03-01 10:00:00', 5),
      returned('C2', -4),
      returned('C3', -4),
    );
    expect(returnsOf(events)).toEqual([
      { returnId: 'C2', orderId: 'online-retail.1', lines: [['1', 4, 2780]] },
      {
        returnId: 'C3',
        orderId: undefined,
        lines: [
          ['online-retail.1', '1', 1, 695],
          [undefined, 3, 2085],
        ],
      },
    ]);
    expect(report).toMatchObject({ returnsMatched: 1, returnsUnmatched: 1 });
  });

  it('has one id, whether its orders are in the same file or not', async () => {
    const orders = [bought('1', '2010-03-01 10:00:00', 5), bought('2', '2010-03-02 10:00:00', 1)];
    const cancellation = [returned('C3', -7), returned('C3', -1, '21733')];
    const idsIn = ({ events }: { events: InboundCloudEvent[] }) =>
      events.filter(isReturn).map(({ id, data }) => [id, data.returnId]);
    const known = await given(...orders, ...cancellation);
    expect(idsIn(known)).toEqual([['return:C3', 'C3']]);
    expect(idsIn(await given(orders[1]!, ...cancellation))).toEqual(idsIn(known));
    expect(idsIn(await given(...cancellation))).toEqual(idsIn(known));
  });

  it('of more lines than a return can carry is listed', async () => {
    const rows = Array.from({ length: 2_001 }, () => returned('C1', -1));
    const { events, report } = await given(...rows);
    expect(events).toEqual([]);
    expect(report.skippedByReason).toEqual({ 'invoice-over-2000-lines': 2_001 });
  });

  it('that its orders account for in more lines than a return can carry is kept without them', async () => {
    const orders = Array.from({ length: 2_001 }, (_, n) => bought(String(n + 1), '2010-03-01 10:00:00', 1));
    const { events } = await given(...orders, returned('C9999', -2_001));
    expect(returnsOf(events)).toEqual([
      { returnId: 'C9999', orderId: undefined, lines: [[undefined, 2_001, 1_390_695]] },
    ]);
  });

  it('without an earlier order, or of a guest, is kept without an order', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 5, '85048', '6.95', ''),
      returned('C2', -2, '85048', '6.95', ''),
      returned('C3', -2),
      bought('4', '2010-03-06 10:00:00', 5),
    );
    expect(returnsOf(events)).toMatchObject([
      { returnId: 'C2', orderId: undefined },
      { returnId: 'C3', orderId: undefined },
    ]);
  });

  it('gives postage back on the order that all its goods are of', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 1),
      '1,POST,POSTAGE,1,2010-03-01 10:00:00,18.00,13085,France',
      returned('C2', -1),
      returned('C2', -1, 'POST', '18.00'),
    );
    expect(returnsOf(events)).toEqual([
      { returnId: 'C2', orderId: 'online-retail.1', lines: [['1', 1, 695]], charges: [-1800] },
    ]);
  });

  it('that gives back more than the order was paid keeps its charges without an order', async () => {
    const { events } = await given(
      bought('1', '2010-03-01 10:00:00', 1),
      returned('C2', -1),
      returned('C2', -1, 'M', '18.00'),
    );
    expect(returnsOf(events)).toEqual([
      { returnId: 'C2', orderId: undefined, lines: [['online-retail.1', '1', 1, 695]], charges: [-1800] },
    ]);
  });

  it('of charges alone is a return without goods, each charge with its sign', async () => {
    const { events } = await given(
      returned('C1', -1, 'BANK CHARGES', '15.00'),
      returned('C1', 1, 'M', '3.00'),
    );
    expect(returnsOf(events)).toEqual([
      { returnId: 'C1', orderId: undefined, lines: [], charges: [-1500, 300] },
    ]);
  });
});

describe('The reconciliation', () => {
  it('counts sales, charges and refunds from the rows and from the events', async () => {
    const { report } = await given(
      bought('1', '2010-03-01 10:00:00', 2, '85048', '5.00'),
      bought('1', '2010-03-01 10:00:00', 1, 'POST', '3.00'),
      bought('2', '2010-03-01 10:00:00', 1, 'M', '7.00'),
      bought('C3', '2010-03-02 10:00:00', -1, '85048', '5.00'),
      bought('C3', '2010-03-02 10:00:00', -1, 'POST', '3.00'),
      bought('C4', '2010-03-02 10:00:00', 1, 'M', '0.50'),
      bought('A5', '2010-03-02 10:00:00', 1, 'B', '-9.00'),
    );
    const twice = (minor: number) => ({ rows: minor, events: minor });
    expect(report.reconciliation).toEqual({
      currency: 'GBP',
      sales: twice(1000),
      charges: twice(1000),
      refunds: twice(750),
      balanced: true,
    });
  });
});

describe('A row that cannot be used', () => {
  it.each([
    ['1,85048,BALL,1,2010-02-30 10:00:00,1.00,1,France', 'unreadable-date'],
    ['1,85048,BALL,1,01/12/2009 07:45,1.00,1,France', 'unreadable-date'],
    ['1,85048,BALL,one,2010-03-01 10:00:00,1.00,1,France', 'unreadable-quantity'],
    ['1,85048,BALL,1,2010-03-01 10:00:00,"1,00",1,France', 'unreadable-price'],
    ['1,85048,BALL,0,2010-03-01 10:00:00,1.00,1,France', 'quantity-zero'],
    ['1,85048,BALL,2000000000,2010-03-01 10:00:00,1.00,1,France', 'quantity-out-of-range'],
    ['1,85048,BALL,1000000,2010-03-01 10:00:00,9999999999.00,1,France', 'amount-out-of-range'],
    [',85048,BALL,1,2010-03-01 10:00:00,1.00,1,France', 'unreadable-invoice-number'],
    ['1,*?!,BALL,1,2010-03-01 10:00:00,1.00,1,France', 'unreadable-stock-code'],
    ['1,85048,BALL,1', 'wrong-number-of-columns'],
    [`1,85048,BALL,1,2010-03-01 10:00:00,1.00,${'9'.repeat(129)},France`, 'unreadable-customer'],
    ['1,85048,BALL,-1,2010-03-01 10:00:00,1.00,1,France', 'priced-negative-quantity-without-cancellation'],
    ['1,85048,BALL,1,2010-03-01 10:00:00,-1.00,1,France', 'negative-price-of-goods'],
    ['C1,85048,BALL,1,2010-03-01 10:00:00,1.00,1,France', 'positive-quantity-on-a-cancellation'],
  ])('%s is listed as %s, and the rows beside it still count', async (row, reason) => {
    const { events, report } = await given(row, bought('2', '2010-03-01 10:00:00', 1));
    expect(events.map(({ id }) => id)).toEqual(['order:2/1']);
    expect(report.skippedRows).toEqual([{ row: 1, reason }]);
    expect(balances(report)).toBe(true);
  });
});

describe('The header', () => {
  it('may be that of the other year, after a byte-order mark, with rows ended by CRLF', async () => {
    const other = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
    const rows = '536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom';
    const { events } = await readAll(onlineRetail, `\uFEFF${other}\r\n${rows}\r\n`, source);
    expect(dataOf(events[0])).toMatchObject({ number: '536365', total: 1530, customer: { id: '17850' } });
  });

  it('that lacks columns is refused with their names', async () => {
    await expect(
      readAll(onlineRetail, 'Invoice,StockCode,Description,Quantity,Country\n', source),
    ).rejects.toMatchObject({
      code: 'missing-columns',
      message: expect.stringContaining('InvoiceDate; Price or UnitPrice; Customer ID or CustomerID'),
    });
  });

  it('is missed in an empty file', async () => {
    await expect(readAll(onlineRetail, '', source)).rejects.toMatchObject({ code: 'missing-columns' });
  });
});

describe('A file', () => {
  it('that cannot be read fails with the reason of its source', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`${HEADER}\n`);
      throw new Error('The disk is gone.');
    }
    const { steps } = onlineRetail.read(failing(), { source });
    await expect(collected(steps)).rejects.toThrow('The disk is gone.');
  });

  const fileRow = fc
    .record({
      invoice: fc.constantFrom('1', '2', '3', 'C4', 'C5', 'C6', 'A7'),
      code: fc.constantFrom('85048', '21733', 'POST', 'D', 'M', 'PADS'),
      quantity: fc.integer({ min: -9, max: 9 }),
      price: fc.constantFrom('0.0', '1.25', '2.1', '0.125', '0.001', '-3.5'),
      customer: fc.constantFrom('', '13085', '17850'),
      minute: fc.integer({ min: 10, max: 59 }),
    })
    .map(
      ({ invoice, code, quantity, price, customer, minute }) =>
        `${invoice},${code},"A ""thing"", £",${quantity},2010-03-01 10:${minute}:00,${price},${customer},EIRE`,
    );
  const files = fc.array(fileRow, { maxLength: 60 }).map((rows) => `${HEADER}\n${rows.join('\n')}\n`);

  it('gives the same events however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 97 }), async (file, size) => {
        const bytes = new TextEncoder().encode(file);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
          bytes.subarray(n * size, (n + 1) * size),
        );
        expect(await readAll(onlineRetail, chunks, source)).toEqual(
          await readAll(onlineRetail, file, source),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('loses no row and no penny, and every event is what its type promises', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const { events, report } = await readAll(onlineRetail, file, source);
        expect(balances(report)).toBe(true);
        expect(events.filter((event) => !promised(event))).toEqual([]);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        const worth = events.reduce((sum, event) => sum + amountOf(event), 0);
        expect(worth).toBe(report.amountByMonth['2010-03']?.minor ?? 0);
        const { sales, charges, refunds, balanced } = report.reconciliation!;
        expect(balanced).toBe(true);
        expect(sales.events + charges.events - refunds.events).toBe(worth);
      }),
      { numRuns: 200 },
    );
  });

  it('never gives back more of an order than was bought or paid', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const { events } = await readAll(onlineRetail, file, source);
        const paid = new Map<string, number>();
        const open = new Map<string, number>();
        for (const event of events) {
          if (isOrder(event)) {
            const { number, total, lines } = event.data;
            paid.set(`online-retail.${number}`, Math.max(total ?? 0, 0));
            for (const line of lines) open.set(`online-retail.${number}/${line.lineId}`, line.quantity);
          } else if (isReturn(event)) {
            const { orderId, lines, charges = [] } = event.data;
            for (const { amount } of orderId ? charges : []) paid.set(orderId!, paid.get(orderId!)! + amount);
            for (const { orderId: of = orderId, lineId, quantity, refund } of lines) {
              if (!of) continue;
              paid.set(of, paid.get(of)! - refund!);
              open.set(`${of}/${lineId}`, open.get(`${of}/${lineId}`)! - quantity);
            }
          }
        }
        expect([...paid.values(), ...open.values()].filter((left) => !(left >= 0))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** What an event adds to the month: lines and charges of an order, less refunds of a return. */
const amountOf = (event: InboundCloudEvent): number => {
  if (!isOrder(event) && !isReturn(event)) return 0;
  const charged = (event.data.charges ?? []).reduce((sum, { amount }) => sum + amount, 0);
  if (isOrder(event)) return event.data.lines.reduce((sum, { amount }) => sum + amount!, charged);
  return event.data.lines.reduce((sum, { refund }) => sum - refund!, charged);
};

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
