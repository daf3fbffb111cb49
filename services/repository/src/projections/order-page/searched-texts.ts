import type { FoundIn, OrderPage } from '@tributary/contracts';

/** A text of an order by which it is found, and what of the order it is. */
export interface SearchedText {
  readonly in: FoundIn;
  readonly text: string;
}

/** Everything a person might type to find an order, each by itself. */
export const searchedTexts = (page: OrderPage): readonly SearchedText[] => {
  const texts: SearchedText[] = [];
  const say = (of: FoundIn, ...said: readonly (string | undefined)[]): void => {
    for (const text of said) if (text !== undefined) texts.push({ in: of, text });
  };
  say('order', page.orderId);
  say('number', page.number);
  say('customer', page.customer?.id, page.customer?.name);
  say('email', page.customer?.email);
  say('phone', page.customer?.phone);
  say('recipient', page.shipTo?.name);
  say('postalCode', page.shipTo?.postalCode);
  for (const { sku, name, serials = [] } of page.lines) {
    say('sku', sku);
    say('product', name);
    say('serial', ...serials.map(({ serial }) => serial));
  }
  for (const { attributes = {} } of [page, ...page.lines])
    say('attribute', ...Object.values(attributes).filter((value) => typeof value === 'string'));
  say('payment', ...page.payments.map(({ paymentId }) => paymentId));
  for (const { shipmentId, tracking } of page.fulfilments.flatMap(({ shipments }) => shipments)) {
    say('shipment', shipmentId);
    say('tracking', tracking);
  }
  say('return', ...[...page.returns, ...(page.expectedReturns ?? [])].map(({ returnId }) => returnId));
  return texts;
};
