/** What has to be told before a message can be applied, by what it waits for. */
const needs: Readonly<Record<string, string>> = {
  capture: 'the order is captured',
  allocation: 'its fulfilment is sourced',
  shipment: 'its shipment is dispatched',
  fulfilment: 'goods have left',
  payment: 'money is captured',
};

/** What a message waits for, in words that stand after “until”. */
export const neededFirst = (waitsFor: string): string => needs[waitsFor] ?? `it is told: ${waitsFor}`;
