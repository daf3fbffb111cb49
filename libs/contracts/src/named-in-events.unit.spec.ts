import { namedIn } from './named-in-events.ts';

const named = (type: string, data: unknown) => {
  const { channels, locations } = namedIn({ type, data });
  return { channels: [...channels], locations: [...locations] };
};

describe('What an event names', () => {
  it('is the channel of its order and every location that takes part', () => {
    expect(
      named('tributary.order.allocated.v1', {
        orderId: 'web.1001',
        fulfilments: [
          { fulfilmentId: 'S1-leeds', location: 'leeds', method: 'ship', lines: [] },
          { fulfilmentId: 'S1-york', location: 'york', method: 'ship', lines: [] },
        ],
      }),
    ).toEqual({ channels: ['web'], locations: ['leeds', 'york'] });
  });

  it('is told of messages as of facts', () => {
    expect(named('tributary.order.captured.v1', { channel: 'pos', number: '1.2' })).toEqual({
      channels: ['pos'],
      locations: [],
    });
    expect(named('tributary.stock.counted.v1', { sku: 'MUG', location: 'leeds', quantity: 1 })).toEqual({
      channels: [],
      locations: ['leeds'],
    });
  });

  it('leaves out locations that were only considered', () => {
    const location = (name: string, verdict: string) => ({ location: name, verdict, stock: {} });
    expect(
      named('tributary.sourcing.decided.v1', {
        orderId: 'web.1',
        request: { channel: 'web', lines: [] },
        candidates: [location('leeds', 'chosen'), location('york', 'costlier')],
        fulfilments: [{ fulfilmentId: 'S1-leeds', location: 'leeds', method: 'ship', lines: [] }],
      }).locations,
    ).toEqual(['leeds']);
  });

  it('is nothing where a type or its data is not known', () => {
    expect(named('tributary.order.newer.v9', { orderId: 'web.1' })).toEqual({ channels: [], locations: [] });
    expect(named('tributary.order.shipped.v1', null)).toEqual({ channels: [], locations: [] });
    expect(named('tributary.order.allocated.v1', { orderId: 7, fulfilments: 'none' })).toEqual({
      channels: [],
      locations: [],
    });
  });
});
