import { z } from 'zod';
import { ChangeOrder } from '../inbound/changes.ts';
import { Amount, OrderId } from '../inbound/shapes.ts';

const percent = (what: string) => z.int().min(0).max(100).describe(`Percent, a whole number. ${what}`);

const RoleLimits = z.strictObject({
  price: percent('How far a price may be put below the one that the line came with.'),
  discount: percent('How much of what was due may be given off an order after it was placed, in all.'),
});

/** How far a role goes by itself; above that a supervisor decides. A role that is left out has no limit. */
export const ApprovalLimits = z.strictObject({
  csr: RoleLimits.optional().describe('Customer service.'),
  integrator: RoleLimits.optional().describe('Systems that change orders.'),
  supervisor: RoleLimits.optional().describe('Supervisors of customer service: what is above goes to ops.'),
});
export type ApprovalLimits = z.infer<typeof ApprovalLimits>;

/** In force until others are set. */
export const defaultApprovalLimits: ApprovalLimits = { csr: { price: 30, discount: 20 } };

const proposalId = z.string().describe('Names the proposal, one of its order.');

export const approvalFacts = {
  /** In the stream `approval-limits`. */
  'tributary.approval.limits-set.v1': ApprovalLimits,
  /** Changes that somebody may not make alone wait for somebody who may. */
  'tributary.order.change-proposed.v1': z.object({
    orderId: OrderId,
    proposalId,
    asked: ChangeOrder.describe('What is to be different.'),
    because: z.array(z.string()).describe('What is above the limits, in words for people.'),
    difference: Amount.describe('Minor units that would be due more; below zero, less.'),
  }),
  'tributary.order.proposal-closed.v1': z.object({
    orderId: OrderId,
    proposalId,
    outcome: z.enum(['approved', 'refused']).describe('The change was made, or it was refused.'),
    reason: z.string().optional().describe('Why, in words for people.'),
  }),
} as const;
