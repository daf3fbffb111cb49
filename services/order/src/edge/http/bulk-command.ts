import {
  CancelRequested,
  Hold,
  OrderId,
  type OrderResult,
  ReleaseRequested,
  type Role,
} from '@tributary/contracts';
import { type Problem, problemOf } from '@tributary/http';
import { z } from 'zod';
import { mayCancel, mayHold } from './order-commands.ts';

/** Most orders of one command. */
const mostOrders = 200;

const orders = z
  .array(OrderId)
  .min(1)
  .max(mostOrders)
  .refine((ids) => new Set(ids).size === ids.length, 'An order is named once.')
  .describe('The orders, each decided by itself.');
const action = <A extends string>(name: A, meaning: string) => z.literal(name).describe(meaning);

/** One command about several orders: what it says of one of them is what the command about that one says. */
export const BulkCommand = z.discriminatedUnion('action', [
  z.strictObject({
    action: action('release', 'They are released from their hold for this reason.'),
    orders,
    ...ReleaseRequested.omit({ orderId: true }).shape,
  }),
  z.strictObject({ action: action('hold', 'They are held.'), orders, ...Hold.shape }),
  z.strictObject({
    action: action('cancel', 'They are cancelled, as far as nothing has left.'),
    orders,
    ...CancelRequested.pick({ reason: true }).shape,
  }),
]);
export type BulkCommand = z.infer<typeof BulkCommand>;

/** The roles that may give the command about one order, and so about several. */
export const rolesFor: Readonly<Record<BulkCommand['action'], readonly Role[]>> = {
  release: mayHold,
  hold: mayHold,
  cancel: mayCancel,
};

/** Refusals that say that an order is as it is wanted. */
const nothingToDo: ReadonlySet<string> = new Set(['not-held', 'already-held', 'nothing-to-cancel']);

const outcomeOf = ({ status, code }: Problem) => {
  if (status >= 500) return 'unknown';
  return nothingToDo.has(code) ? 'nothing-to-do' : 'refused';
};

/**
 * The result of an order that the command was not done for.
 * @throws the error itself where nobody foresaw it: of that nothing can be said order by order
 */
export const resultOf = (orderId: string, error: unknown): OrderResult => {
  const problem = problemOf(error);
  if (problem.code === 'internal') throw error;
  return { orderId, outcome: outcomeOf(problem), code: problem.code, detail: problem.message };
};
