import type { Fulfilment, LocationId, OrderId, Sku } from '@tributary/contracts';
import { issue, sell } from '../stock/movements.ts';
import { type Place, type Stock, type StockFact, stockFold, streamOf } from '../stock/stock.ts';
import {
  type AllocationRequest,
  allocate,
  changesFor,
  releaseHeld,
  reservationIdOf,
  streamsOf,
} from './allocation.ts';

const [lamp, vase] = ['LAMP', 'VASE'] as Sku[] as [Sku, Sku];
const [leeds, york] = ['leeds', 'york'] as LocationId[] as [LocationId, LocationId];
const orderId = 'web.1' as OrderId;
const ten = '2026-03-02T10:00:00.000Z';

const fulfilment = (
  location: LocationId,
  ...lines: [lineId: string, sku: Sku, quantity: number][]
): Fulfilment => ({
  fulfilmentId: `S1-${location}`,
  location,
  method: 'ship',
  lines: lines.map(([lineId, sku, quantity]) => ({ lineId, sku, quantity })),
});

const request = (...fulfilments: Fulfilment[]): AllocationRequest => ({
  orderId,
  decisionId: 'web.1/1',
  attempt: 1,
  fulfilments,
});

type Ledger = [sku: Sku, location: LocationId, ...facts: StockFact[]];
const stocks = (...ledgers: Ledger[]): ReadonlyMap<string, Stock> =>
  new Map(
    ledgers.map(([sku, location, ...facts]) => [
      streamOf({ sku, location }),
      facts.reduce(stockFold.evolve, stockFold.initialState),
    ]),
  );
const received = (place: Place, units: number): StockFact => ({
  type: 'tributary.inventory.received.v1',
  data: { ...place, delta: units },
});
const holding = (sku: Sku, location: LocationId, units: number): Ledger => [
  sku,
  location,
  received({ sku, location }, units),
];

const reserved = (sku: Sku, location: LocationId, lineId: string, quantity: number) => ({
  type: 'tributary.inventory.reserved.v1',
  data: {
    sku,
    location,
    reservationId: reservationIdOf(orderId, `S1-${location}`, lineId),
    orderId,
    fulfilmentId: `S1-${location}`,
    lineId,
    quantity,
  },
});
const refused = (...short: { sku: Sku; location: LocationId; requested: number; available: number }[]) => ({
  accepted: true,
  changes: [
    {
      stream: 'allocation-web.1',
      events: [
        {
          type: 'tributary.allocation.refused.v1',
          data: { orderId, decisionId: 'web.1/1', attempt: 1, short },
        },
      ],
      unordered: true,
    },
  ],
});

describe('An allocation', () => {
  it('reserves all a decision asks for and answers together with the reservations', () => {
    const asked = request(fulfilment(leeds, ['1', lamp, 2]), fulfilment(york, ['2', vase, 1]));
    expect(allocate(asked, stocks(holding(lamp, leeds, 2), holding(vase, york, 5)))).toStrictEqual({
      accepted: true,
      changes: [
        { stream: 'stock-LAMP@leeds', events: [reserved(lamp, leeds, '1', 2)] },
        { stream: 'stock-VASE@york', events: [reserved(vase, york, '2', 1)] },
        {
          stream: 'allocation-web.1',
          events: [
            {
              type: 'tributary.allocation.reserved.v1',
              data: { orderId, decisionId: 'web.1/1', attempt: 1, fulfilments: asked.fulfilments },
            },
          ],
          unordered: true,
        },
      ],
    });
  });

  it('reserves nothing when one line is short, and names what was short', () => {
    const asked = request(fulfilment(leeds, ['1', lamp, 2]), fulfilment(york, ['2', vase, 3]));
    expect(allocate(asked, stocks(holding(lamp, leeds, 2), holding(vase, york, 1)))).toStrictEqual(
      refused({ sku: vase, location: york, requested: 3, available: 1 }),
    );
  });

  it('knows nothing of a ledger that does not exist yet', () => {
    expect(allocate(request(fulfilment(leeds, ['1', lamp, 1])), new Map())).toStrictEqual(
      refused({ sku: lamp, location: leeds, requested: 1, available: 0 }),
    );
  });

  it('gives two lines of one SKU at one place different units', () => {
    const asked = request(fulfilment(leeds, ['1', lamp, 2], ['2', lamp, 1]));
    expect(streamsOf(asked)).toEqual(['stock-LAMP@leeds']);
    const answer = allocate(asked, stocks(holding(lamp, leeds, 3)));
    expect(answer.accepted && answer.changes[0]).toStrictEqual({
      stream: 'stock-LAMP@leeds',
      events: [reserved(lamp, leeds, '1', 2), reserved(lamp, leeds, '2', 1)],
    });
  });

  it('does not count a unit twice: two lines that only fit one by one are refused, with all that is there', () => {
    const asked = request(fulfilment(leeds, ['1', lamp, 2], ['2', lamp, 2]));
    expect(allocate(asked, stocks(holding(lamp, leeds, 3)))).toStrictEqual(
      refused({ sku: lamp, location: leeds, requested: 4, available: 3 }),
    );
  });

  it('leaves goods promised to others alone', () => {
    const other = {
      reservationId: 'x',
      orderId: 'web.9' as OrderId,
      fulfilmentId: 'S1-leeds',
      lineId: '1',
      quantity: 4,
    };
    const held: StockFact = {
      type: 'tributary.inventory.reserved.v1',
      data: { sku: lamp, location: leeds, ...other },
    };
    const ledgers = stocks([lamp, leeds, received({ sku: lamp, location: leeds }, 5), held]);
    expect(allocate(request(fulfilment(leeds, ['1', lamp, 2])), ledgers)).toStrictEqual(
      refused({ sku: lamp, location: leeds, requested: 2, available: 1 }),
    );
  });
});

describe('Goods held for an order', () => {
  const place = { sku: lamp, location: leeds };
  const line = (lineId: string, quantity: number) => ({
    ...place,
    fulfilmentId: 'S1-leeds',
    lineId,
    quantity,
  });
  const held = (lineId: string, quantity: number) => reserved(lamp, leeds, lineId, quantity) as StockFact;
  const ledgers = stocks([lamp, leeds, received(place, 5), held('1', 2), held('2', 3)]);

  it('are released line by line, each by its own name, and what is not held any more stays as it is', () => {
    const changes = changesFor(
      [line('1', 2), line('1', 2), line('2', 1)],
      ledgers,
      releaseHeld(orderId, 'order cancelled'),
    );
    const gone = (lineId: string, quantity: number) => ({
      type: 'tributary.inventory.released.v1',
      data: { ...held(lineId, quantity).data, reason: 'order cancelled' },
    });
    expect(changes).toStrictEqual([{ stream: 'stock-LAMP@leeds', events: [gone('1', 2), gone('2', 1)] }]);
  });

  it('are decided one after the other: what the first took is not there for the second', () => {
    const changes = changesFor([line('1', 2), line('2', 3)], ledgers, (goods, stock) =>
      goods.lineId === '1'
        ? sell(place, 4, { orderId, lineId: '1' }, ten, stock)
        : issue(
            place,
            { ...goods, orderId, reservationId: reservationIdOf(orderId, 'S1-leeds', '2') },
            ten,
            stock,
          ),
    );
    expect(
      changes[0]!.events.map(({ type, data }) => [type.split('.')[2], 'quantity' in data && data.quantity]),
    ).toEqual([
      ['reservation-broken', 3],
      ['reservation-broken', 1],
      ['sold', false],
      ['reservation-broken', 1],
      ['issued', 3],
    ]);
  });
});
