import type { FactOf, OrderFact } from '@tributary/contracts';
import type { Unacceptable } from './examine.ts';

/** Why the order service gave a message no effect. */
export type WithoutEffect = FactOf<OrderFact, 'tributary.order.fact-ignored.v1'>['data'];

/** A message as it was taken in. */
export interface TakenInBefore {
  /** Its id in the log. */
  readonly id: string;
  readonly type: string;
  /** UTC ISO 8601. */
  readonly time: string;
  readonly data: unknown;
  readonly metadata: {
    readonly source: string;
    readonly correlationId?: string;
    readonly actor?: string;
    readonly submittedBy?: string;
    readonly businessDate?: string;
    readonly zone?: string;
    readonly imported?: boolean;
  };
}

export interface ToCorrect {
  /** The CloudEvent that is released once it is corrected. */
  readonly message: Readonly<Record<string, unknown>>;
  readonly fault: Unacceptable;
}

/**
 * Whether a message is money that its order cannot count since it is in another currency. A return in another is
 * not: its goods came back, and told again it would be known.
 */
export const isMoneyInOtherCurrency = ({
  code,
  messageType,
}: Pick<WithoutEffect, 'code' | 'messageType'>): boolean =>
  code === 'other-currency' && /^tributary\.(payment|refund)\./.test(messageType);

/**
 * Money in another currency than its order's, as it is corrected: with an id of its own, since the first was used
 * for the message that had no effect, and with what it follows from.
 * @param taken the message in that currency
 * @param reason the order service's, a sentence
 */
export const inOtherCurrency = (taken: TakenInBefore, reason: string): ToCorrect => {
  const { type, time, data, metadata } = taken;
  const { source, correlationId = taken.id, actor, submittedBy, businessDate, zone, imported } = metadata;
  const id = `${taken.id}/corrected`;
  const message = {
    specversion: '1.0',
    id,
    source,
    type,
    time,
    correlationid: correlationId,
    causationid: taken.id,
    // Who hands in a message that names nobody is said anew: that will be who releases it.
    ...(actor !== submittedBy && { actor }),
    ...(businessDate && { businessdate: businessDate }),
    ...(zone && { zone }),
    ...(imported && { imported }),
    data,
  };
  const fault: Unacceptable = {
    code: 'other-currency',
    reason: `${reason} It was taken in and changed nothing of the order. Release it with the currency, and the amount in it, corrected: its id here is a new one, since the first is used.`,
    faults: [
      { pointer: '/data/currency', message: 'Name the currency of the order, or leave it out for that one.' },
    ],
    id,
    source,
    type,
  };
  return { message, fault };
};
