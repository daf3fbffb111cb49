import { orderIdIn, orderPath } from './summary.ts';

describe('The address of an order', () => {
  it.each(['web.100', 'web.#1 2/3', 'web.50%2F25%', 'web...', 'web.น้ำ?a=b&c'])(
    'is of %s and no other',
    (id) => {
      expect(orderIdIn(new URL(orderPath(id), 'http://host').pathname)).toBe(id);
    },
  );

  it('is of what it says, where it cannot be decoded', () => {
    expect(orderIdIn('/orders/web.%ff')).toBe('web.%ff');
    expect(orderIdIn('/orders/web.1/')).toBe('web.1');
  });
});
