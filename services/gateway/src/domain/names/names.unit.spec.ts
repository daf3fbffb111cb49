import { definedBy } from '@tributary/contracts';
import { namesIn, warningOf } from './names.ts';

const told = (type: string, data: object, attributes: object = {}) =>
  ({ type, data, attributes }) as Parameters<typeof namesIn>[0];

describe('What a message names', () => {
  it('is every location and SKU in its data and its lines, each once, where it stands first', () => {
    const order = {
      lines: [{ sku: 'CUP', pickupAt: 'leeds' }, { sku: 'CUP', pickupAt: 'york' }, { sku: 'HAT' }],
    };
    expect(namesIn(told('tributary.order.captured.v1', order))).toEqual([
      { kind: 'sku', name: 'CUP', pointer: '/data/lines/0/sku' },
      { kind: 'location', name: 'leeds', pointer: '/data/lines/0/pickupAt' },
      { kind: 'location', name: 'york', pointer: '/data/lines/1/pickupAt' },
      { kind: 'sku', name: 'HAT', pointer: '/data/lines/2/sku' },
    ]);
    expect(namesIn(told('tributary.stock.moved.v1', { sku: 'CUP', from: 'leeds', to: 'leeds' }))).toEqual([
      { kind: 'sku', name: 'CUP', pointer: '/data/sku' },
      { kind: 'location', name: 'leeds', pointer: '/data/from' },
    ]);
  });

  it('is nothing in a message that defines it, nor in history', () => {
    expect(namesIn(told('tributary.product.updated.v1', { sku: 'CUP' }))).toEqual([]);
    expect(namesIn(told('tributary.stock.counted.v1', { sku: 'CUP' }, { imported: true }))).toEqual([]);
  });

  it('is known by the messages and facts that define it', () => {
    expect(definedBy('tributary.product.updated.v1', { sku: 'CUP' })).toEqual({ kind: 'sku', name: 'CUP' });
    const leeds = { kind: 'location', name: 'leeds' };
    expect(definedBy('tributary.location.updated.v1', { locationId: 'leeds' })).toEqual(leeds);
    expect(definedBy('tributary.location.defined.v1', { locationId: 'leeds' })).toEqual(leeds);
    expect(definedBy('tributary.stock.counted.v1', { sku: 'CUP' })).toBeUndefined();
  });

  it('is warned of with what to do, where nobody defined it', () => {
    expect(warningOf({ kind: 'location', name: 'leeds', pointer: '/data/location' })).toMatchObject({
      code: 'unknown-location',
      pointer: '/data/location',
      message: expect.stringContaining('PUT /v1/locations'),
    });
    expect(warningOf({ kind: 'sku', name: 'CUP', pointer: '/data/sku' })).toMatchObject({
      code: 'unknown-sku',
    });
  });
});
