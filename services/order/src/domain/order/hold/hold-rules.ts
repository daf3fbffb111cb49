import type { Hold, HoldRule, HoldRules, OrderPlaced } from '@tributary/contracts';

/** The stream of the rules that hold for all orders. */
export const holdRulesStream = 'hold-rules';

export const noHoldRules: HoldRules = { rules: [] };

/** A hold that a rule places. */
export type RuledHold = Hold & { readonly rule: string };

/** What an order is held for by the rules: once for each reason, by the first rule that holds it. */
export const heldByRules = (order: OrderPlaced, { rules }: HoldRules): RuledHold[] => {
  const holds = new Map<string, RuledHold>();
  for (const rule of rules)
    if (!holds.has(rule.reason) && isHeldBy(rule, order)) {
      const { name, reason, until, note } = rule;
      holds.set(reason, { reason, ...(until && { until }), ...(note && { note }), rule: name });
    }
  return [...holds.values()];
};

const isHeldBy = ({ when }: HoldRule, order: OrderPlaced): boolean => {
  const { channels, totalFrom, unitsFrom, skus, isUnpaid, isUnaddressed, isGuest } = when;
  const { channel, currency, total, lines, customer } = order;
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    (!channels || channels.includes(channel)) &&
    (!totalFrom || (totalFrom.currency === currency && total >= totalFrom.amount)) &&
    (unitsFrom === undefined || units >= unitsFrom) &&
    (!skus || lines.some(({ sku }) => skus.includes(sku))) &&
    (!isUnpaid || isUnpaidOrder(order)) &&
    (!isUnaddressed || isUnaddressedOrder(order)) &&
    (!isGuest || customer?.id === undefined)
  );
};

const isUnpaidOrder = ({ payments, total }: OrderPlaced): boolean =>
  payments.reduce((sum, { amount }) => sum + amount, 0) < total;

const isUnaddressedOrder = ({ lines, shipTo }: OrderPlaced): boolean =>
  lines.some(({ method }) => method === 'ship') && (!shipTo?.country || (!shipTo.city && !shipTo.postalCode));
