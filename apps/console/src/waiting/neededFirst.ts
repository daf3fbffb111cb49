import { t } from '../words/words.ts';
/** What has to be told before a message can be applied, by what it waits for. */
const needs: Readonly<Record<string, string>> = {
  capture: t('the order is captured'),
  allocation: t('its fulfilment is sourced'),
  shipment: t('its shipment is dispatched'),
  fulfilment: t('goods have left'),
  payment: t('money is captured'),
};

/** What a message waits for, in words that stand after “until”. */
export const neededFirst = (waitsFor: string): string =>
  needs[waitsFor] ?? t('it is told: {waitsFor}', { waitsFor });
