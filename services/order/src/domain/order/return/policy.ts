import { type ReturnPolicy, type ReturnReason, withdrawalReason } from '@tributary/contracts';

/** The stream of the policy that holds for all orders. */
export const policyStream = 'return-policy';

/** A withdrawal is a reason everywhere: what holds for it where the policy does not say so is the law. */
export const reasonIn = ({ reasons }: ReturnPolicy, code: string): ReturnReason | undefined =>
  reasons.find((reason) => reason.code === code) ??
  (code === withdrawalReason.code ? withdrawalReason : undefined);

const day = 86_400_000;

/**
 * Until when goods may come back for a reason, UTC ISO 8601.
 * @param goneAt when the last of the order was delivered, handed over or sent, UTC ISO 8601
 */
export const endOf = ({ days }: ReturnPolicy, reason: ReturnReason, goneAt: string): string =>
  new Date(Date.parse(goneAt) + (reason.days ?? days) * day).toISOString();
