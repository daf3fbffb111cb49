import { readOrderQuery } from '@tributary/contracts/order-query';
import { addressOf, asOneText, typedIn } from './asked.ts';
import { fieldsOf } from './filter.ts';

const filter = (address: string) => fieldsOf(new URLSearchParams(address));
const readable = (address: string, q = '') => {
  const one = asOneText(q, filter(address));
  if ('text' in one) expect(readOrderQuery(one.text)).toHaveProperty('read');
  return one;
};

describe('What a list of orders is asked by', () => {
  it.each(['', 'q=status%3Aheld', 'channel=web&view=late', 'view=late&q=', 'view=late&q=mug'])(
    'survives being sent as an address: %s',
    (address) => {
      const search = new URLSearchParams(address);
      expect(addressOf({ fields: fieldsOf(search), ...typedIn(search) }).toString()).toBe(address);
    },
  );

  it('is one text with the filters as terms', () => {
    expect(readable('status=placed&status=backordered&channel=web&sku=MUG*', 'late:yes')).toEqual({
      text: 'late:yes status:(placed OR backordered) channel:web sku:"MUG*"',
    });
    expect(readable('attribute=gift-wrap:very "festive"&customer=ada@example.com&status=held')).toEqual({
      text: String.raw`status:held customer:ada@example.com attr.gift-wrap:"very \"festive\""`,
    });
  });

  it.each([
    ['from=2026-11-01&to=2026-11-23', 'placed:2026-11-01..2026-11-23'],
    ['from=2026-11-01', 'placed:>=2026-11-01'],
    ['to=2026-11-23', 'placed:<=2026-11-23'],
  ])('has days as terms: %s', (address, text) => expect(readable(address)).toEqual({ text }));

  it('is no one text where a field stands in both, for its values would be alternatives', () => {
    expect(readable('channel=pos', 'mug Channel:web')).toEqual({ twice: ['channel'] });
    expect(readable('channel=pos', '-channel:web "channel:web"')).toEqual({
      text: '-channel:web "channel:web" channel:pos',
    });
  });
});
