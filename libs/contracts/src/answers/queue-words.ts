import { z } from 'zod';
import { standingQueues } from '../order-queues.ts';

/** The queues that an order stands in, as answers name them. */
export const queues = z
  .array(z.enum(standingQueues))
  .optional()
  .describe(
    'The queues it stands in, for it needs a person: `held` it is not sourced until somebody releases it, `short` units wait for stock or for a decision, `unpaid` the customer owes more than payments have set aside, `expired` so while goods are still to leave, because what was set aside ran out or was given up, `refund` more was taken than is due and is to be given back, `proposals` a change waits for a supervisor, `waiting` messages about it came before what they need. Left out where it stands in none.',
  );
