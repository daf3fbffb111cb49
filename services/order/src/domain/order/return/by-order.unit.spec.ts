import { inbound } from '@tributary/testing';
import { byOrder } from './by-order.ts';

const told = (more: object) =>
  inbound('tributary.return.received.v1', { returnId: 'R1', currency: 'GBP', lines: [], ...more });
const lamp = { sku: 'LAMP', quantity: 1, refund: 500 };
const vase = { sku: 'VASE', quantity: 2, refund: 900 };
const postage = [{ code: 'POST', amount: -300 }];

describe('A return', () => {
  it('of one order is that order’s, with its charges', () => {
    const whole = told({ orderId: 'web.1', lines: [lamp, vase], charges: postage });
    expect(byOrder(whole)).toEqual({ orders: [whole] });
  });

  it('of several orders tells each of its own lines, under the same id', () => {
    const { orders, blind } = byOrder(
      told({
        lines: [
          { ...vase, orderId: 'web.2' },
          { ...lamp, orderId: 'web.1' },
          { ...lamp, orderId: 'web.2' },
        ],
      }),
    );
    expect(orders).toEqual([
      told({ orderId: 'web.2', lines: [vase, lamp] }),
      told({ orderId: 'web.1', lines: [lamp] }),
    ]);
    expect(blind).toBeUndefined();
  });

  it('leaves lines and charges that name no order without one', () => {
    expect(byOrder(told({ lines: [{ ...vase, orderId: 'web.2' }, lamp], charges: postage }))).toEqual({
      orders: [told({ orderId: 'web.2', lines: [vase] })],
      blind: told({ lines: [lamp], charges: postage }),
    });
  });

  it('whose line names another order than the return tells both', () => {
    const { orders } = byOrder(
      told({ orderId: 'web.1', lines: [{ ...vase, orderId: 'web.2' }], charges: postage }),
    );
    expect(orders).toEqual([
      told({ orderId: 'web.2', lines: [vase] }),
      told({ orderId: 'web.1', charges: postage }),
    ]);
  });

  it('without goods or charges is still told', () => {
    expect(byOrder(told({ orderId: 'web.1' })).orders).toMatchObject([{ orderId: 'web.1', lines: [] }]);
    expect(byOrder(told({})).blind).toMatchObject({ returnId: 'R1', lines: [] });
  });
});
