import { type SegmentCondition, conditionText, reasonText } from './condition-text.ts';

describe('A condition of a segment, in words,', () => {
  it.each<[SegmentCondition, string]>([
    [{ is: 'orders', from: 2 }, 'orders: 2 or more'],
    [{ is: 'returned', to: 20 }, 'percent returned: 20 or less'],
    [{ is: 'recency', from: 5, to: 5 }, 'recency score: 5'],
    [{ is: 'value', currency: 'EUR', from: 100, to: 900 }, 'value: EUR 100 to EUR 900'],
    [{ is: 'last-order', within: 30 }, 'days since the last order: at most 30'],
    [{ is: 'first-order', over: 7 }, 'days since the first order: more than 7'],
    [{ is: 'last-order', over: 7, within: 30 }, 'days since the last order: more than 7, at most 30'],
    [{ is: 'sku', names: ['MUG*', 'POT'], how: 'any' }, 'goods: any of MUG*, POT'],
    [{ is: 'store', names: ['leeds'], how: 'most' }, 'store: mostly leeds'],
  ])('says what is asked: %j', (condition, text) => {
    expect(conditionText(condition, (minor, currency) => `${currency} ${minor}`)).toBe(text);
  });
});

describe('How a customer stands to a condition, in words,', () => {
  const value: SegmentCondition = { is: 'value', currency: 'EUR', from: 900 };
  const goods: SegmentCondition = { is: 'sku', names: ['MUG*'], how: 'any' };
  it.each<[Parameters<typeof reasonText>[0], string]>([
    [{ condition: value, holds: true, figure: 950 }, 'value: EUR 900 or more – it is EUR 950'],
    [
      { condition: value, holds: false, figure: 100, missesBy: 800 },
      'Not value: EUR 900 or more – it is EUR 100, off by EUR 800',
    ],
    [{ condition: goods, holds: true, found: ['MUG-1', 'MUG-2'] }, 'goods: any of MUG* – it is MUG-1, MUG-2'],
    [{ condition: goods, holds: false, found: [] }, 'Not goods: any of MUG*'],
  ])('says by which figure: %j', (reason, text) => {
    expect(reasonText(reason, (minor, currency) => `${currency} ${minor}`)).toBe(text);
  });
});
