import type { OrderSummary } from '../api/orders.ts';
import { theOneMeant } from './found.ts';

const row = (orderId: string, number: string) => ({ orderId, number }) as OrderSummary;
const web = row('web.A7', 'A7');
const others = [row('web.A71', 'A71'), row('pos.9', '9')];

describe('The order that was meant by what was typed', () => {
  it('is the only one that was found', () => {
    expect(theOneMeant([web], 'ada@example.com')).toBe(web);
  });

  it('is the only one of that number or id', () => {
    expect(['a7 ', 'web.A7'].map((typed) => theOneMeant([...others, web], typed))).toEqual([web, web]);
  });

  it('is left to the person where several could be', () => {
    expect(theOneMeant([web, row('app.A7', 'A7')], 'A7')).toBeUndefined();
    expect(theOneMeant(others, 'RMA-1')).toBeUndefined();
    expect(theOneMeant([], 'RMA-1')).toBeUndefined();
  });
});
