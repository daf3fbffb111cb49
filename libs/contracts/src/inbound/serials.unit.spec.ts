import { inboundTypes } from './index.ts';

const dispatched = (line: object) =>
  inboundTypes['tributary.shipment.dispatched.v1'].data.safeParse({
    orderId: 'web.1',
    fulfilmentId: 'S1-leeds',
    shipmentId: 'X1',
    lines: [{ lineId: '1', quantity: 2, ...line }],
  });
const faultsOf = (line: object) =>
  dispatched(line).error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`);

describe('Serial numbers of a line', () => {
  it('are trimmed, and may be of some of its units only', () => {
    expect(dispatched({ serials: [' SN-1 '] }).data?.lines?.[0]?.serials).toEqual(['SN-1']);
  });

  it('are told apart whatever case they are written in', () => {
    expect(faultsOf({ serials: ['SN-1', 'sn-1'] })).toEqual([
      'lines/0/serials/1 Serial sn-1 is there twice: each unit has one of its own, whatever case it is written in.',
    ]);
  });

  it('are no more than its units', () => {
    expect(faultsOf({ serials: ['1', '2', '3'] })).toEqual([
      'lines/0/serials 3 serials for 2 units: correct the quantity, or leave out what is not of the line.',
    ]);
    expect(faultsOf({ quantity: 1, serials: ['1', '2'] })?.[0]).toContain('2 serials for 1 unit:');
  });

  it('have 1 to 64 characters', () => {
    expect(dispatched({ serials: ['x'.repeat(64)] }).success).toBe(true);
    for (const serials of [[' '], ['x'.repeat(65)], []]) expect(dispatched({ serials }).success).toBe(false);
  });

  it('may be of goods that came back on a receipt, whose quantity is below zero', () => {
    const receipt = (serials: string[]) =>
      inboundTypes['tributary.sale.recorded.v1'].data.safeParse({
        channel: 'pos',
        number: '1',
        location: 'leeds',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'CAM', quantity: -1, unitPrice: '9.90', serials }],
      }).success;
    expect([receipt(['A']), receipt(['A', 'B'])]).toEqual([true, false]);
  });
});
