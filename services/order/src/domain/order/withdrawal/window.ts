import type { ReturnPolicy } from '@tributary/contracts';
import { openQuantity } from '../lines/lines.ts';
import type { Captured } from '../order.ts';

/** Within so many days of a declaration goods are sent back (Directive 2011/83/EU, article 14(1)). */
const daysToSendBack = 14;
/** … and so many there are to declare it (article 9(1)), where a shop does not give more. */
const daysToWithdraw = 14;

const day = 86_400_000;

/** The last moment of the UTC day so many days after one. Both are UTC ISO 8601. */
const endOfDayAfter = (moment: string, days: number): string =>
  `${new Date(Date.parse(moment) + days * day).toISOString().slice(0, 10)}T23:59:59.999Z`;

/**
 * Until when a consumer may withdraw, UTC ISO 8601: the end of the last calendar day, counted from the day
 * after the last good of the order reached them, also where its goods came apart (Directive 2011/83/EU,
 * article 9(2)(b)(i); Regulation 1182/71, article 3). Undefined while something is to come, or is not known
 * to have arrived: the time has not begun.
 */
export const withdrawalEnd = (order: Captured, policy: ReturnPolicy): string | undefined => {
  const allArrived = order.lines.every(
    (line) => openQuantity(line) === 0 && line.delivered >= line.fulfilled,
  );
  return allArrived && order.arrivedAt !== ''
    ? endOfDayAfter(order.arrivedAt, policy.withdrawalDays ?? daysToWithdraw)
    : undefined;
};

/** Until when goods are sent back that a consumer withdrew from. Both are UTC ISO 8601. */
export const sendBackEnd = (declaredAt: string): string => endOfDayAfter(declaredAt, daysToSendBack);
