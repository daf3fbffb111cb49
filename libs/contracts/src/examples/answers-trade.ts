import type * as trade from '../answers/trade.ts';
import type { ExamplesOf } from './with-examples.ts';

const reported = {
  orders: 40,
  unitsOrdered: 95,
  valueOrdered: 182_500,
  unitsCancelled: 2,
  valueCancelled: 3_980,
  unitsFulfilled: 71,
  unitsReturned: 3,
  captured: 171_200,
  refunded: 5_970,
};
const corrected = { ...reported, orders: 41, unitsOrdered: 96, valueOrdered: 184_490 };
const difference = {
  orders: 1,
  unitsOrdered: 1,
  valueOrdered: 1_990,
  unitsCancelled: 0,
  valueCancelled: 0,
  unitsFulfilled: 0,
  unitsReturned: 0,
  captured: 0,
  refunded: 0,
};
const figures = { currency: 'EUR', reported, corrected, difference };
const asked = {
  from: '2026-11-23',
  to: '2026-11-23',
  closes: 6,
  known: '2026-11-25T09:00:00.000Z',
  closed: true,
};

export const tradeAnswers: ExamplesOf<typeof trade> = {
  TradeFigures: [reported],
  TradeRow: [
    { date: '2026-11-23', ...figures },
    { channel: 'pos', ...figures },
    { location: 'STORE-01', ...figures },
  ],
  TradeReport: [{ ...asked, by: 'day', items: [{ date: '2026-11-23', ...figures }] }],
};
