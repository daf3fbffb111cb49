import { type WithdrawalReceipt, amountText } from '@tributary/contracts';
import type { OrderEvent } from '../order.ts';

type Withdrawn = Extract<OrderEvent, { type: 'tributary.order.withdrawn.v1' }>['data'];

/** What a receipt says of its order beside the withdrawal. */
export interface ToldOfOrder {
  readonly number: string;
  readonly currency: string;
  /** What the customer saw goods called, by line. */
  readonly names: ReadonlyMap<string, string>;
}

const nothingTold: ToldOfOrder = { number: '', currency: '', names: new Map() };

/** What is told of an order once a fact of it is known, for its receipts. */
export const toldAfter = (event: OrderEvent, told: ToldOfOrder = nothingTold): ToldOfOrder => {
  switch (event.type) {
    case 'tributary.order.placed.v2': {
      const { number, currency, lines } = event.data;
      return { number, currency, names: named(told.names, lines) };
    }
    case 'tributary.order.history-completed.v1':
    case 'tributary.order.changed.v1':
      return { ...told, names: named(told.names, event.data.lines) };
    default:
      return told;
  }
};

interface Named {
  readonly lineId: string;
  readonly name?: string | undefined;
}

const named = (names: ToldOfOrder['names'], lines: readonly Named[]): ToldOfOrder['names'] =>
  lines.some(({ name }) => name !== undefined)
    ? new Map([
        ...names,
        ...lines.flatMap(({ lineId, name }) => (name === undefined ? [] : [[lineId, name] as const])),
      ])
    : names;

type WithoutText = Omit<WithdrawalReceipt, 'text'>;

/**
 * What a consumer is given at once who withdrew: content, day and time on a durable medium (Directive
 * 2011/83/EU, article 11a(4)). It follows from the facts alone: asked for again it is the same.
 * @param receivedAt UTC ISO 8601
 */
export const receiptOf = (withdrawn: Withdrawn, told: ToldOfOrder, receivedAt: string): WithdrawalReceipt => {
  const { cancelled, sendBackBy, returnId, worth, name, contact, statement } = withdrawn;
  const unitsIn = (units: Withdrawn['lines'], lineId: string) =>
    units.find((line) => line.lineId === lineId)?.quantity ?? 0;
  const receipt: WithoutText = {
    withdrawalId: withdrawn.withdrawalId,
    orderId: withdrawn.orderId,
    number: told.number,
    declaredAt: withdrawn.declaredAt,
    receivedAt,
    ...(name && { name }),
    ...(contact && { contact }),
    ...(statement && { statement }),
    lines: withdrawn.lines.map(({ lineId, sku, quantity }) => {
      const called = told.names.get(lineId);
      const units = unitsIn(cancelled, lineId);
      return {
        lineId,
        sku,
        ...(called !== undefined && { name: called }),
        quantity,
        cancelled: units,
        toSendBack: quantity - units,
      };
    }),
    ...(returnId && { returnId }),
    ...(sendBackBy && { sendBackBy }),
    currency: told.currency,
    worth,
  };
  return { ...receipt, text: textOf(receipt) };
};

const textOf = (receipt: WithoutText): string => {
  const { number, name, contact, lines, sendBackBy, returnId, statement } = receipt;
  const by = [name, contact].filter((part) => part !== undefined).join(', ');
  return [
    `Receipt of withdrawal ${receipt.withdrawalId}`,
    '',
    `Order: ${number}`,
    `Declared: ${momentText(receipt.declaredAt)}`,
    `Received: ${momentText(receipt.receivedAt)}`,
    ...(by ? [`By: ${by}`] : []),
    '',
    'Withdrawn from:',
    ...lines.map(lineText),
    '',
    ...(sendBackBy ? [`To be sent back by ${sendBackBy.slice(0, 10)}, under return ${returnId}.`] : []),
    `Given back, or due no longer: ${amountText(receipt.worth, receipt.currency)}.`,
    ...(statement ? ['', 'Declaration:', statement] : []),
  ].join('\n');
};

const momentText = (moment: string): string =>
  `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const lineText = ({ sku, name, quantity, cancelled, toSendBack }: WithoutText['lines'][number]): string => {
  const goods = name === undefined ? sku : `${name} (${sku})`;
  const becomes = [
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(toSendBack > 0 ? [`${toSendBack} to be sent back`] : []),
  ];
  return `- ${quantity} × ${goods}: ${becomes.join(', ')}`;
};
