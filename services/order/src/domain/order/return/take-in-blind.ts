import type { ReceiveBlindReturn, ReturnPolicy } from '@tributary/contracts';
import { type Decision, type Refusal, accept, refuse } from '@tributary/event-store';
import { reasonIn } from './policy.ts';
import { type ReturnEvent, recordUnmatched } from './unmatched-return.ts';

/**
 * Takes goods back over the counter that name no order. They are kept whole, as when a system tells of them:
 * stock moves by what becomes of them, and what was given for them is recorded. No order's money changes.
 * @param known whether the return was taken in before
 */
export const takeInBlind = (
  returnId: string,
  asked: ReceiveBlindReturn,
  known: boolean,
  policy: ReturnPolicy,
): Decision<ReturnEvent, Refusal> => {
  if (known) return refuse({ code: 'already-returned', reason: `Return ${returnId} was taken back before.` });
  const { note, givenAs, ...told } = asked;
  const unknown = told.lines.find(({ reason }) => reason !== undefined && !reasonIn(policy, reason));
  if (unknown) {
    const codes = policy.reasons.map(({ code }) => code).join(', ');
    return refuse({
      code: 'unknown-reason',
      reason: `${unknown.reason} is no reason for a return; these are: ${codes}.`,
    });
  }
  return accept(
    recordUnmatched({ ...told, returnId, ...(note && { reason: note }) }, { ...(givenAs && { givenAs }) }),
  );
};
