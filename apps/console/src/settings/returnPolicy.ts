import type { ReturnPolicy } from '../api/settings.ts';
import { type Rows, figure, linesOf, rowsOf } from './rows.ts';

/** A reason for which goods come back; days and percent as text, blank where nothing of its own holds. */
export interface EnteredReason {
  readonly code: string;
  readonly name: string;
  readonly days: string;
  readonly feePercent: string;
  readonly givesBackCharges: boolean;
}

export interface PolicyDraft {
  readonly days: string;
  readonly withdrawalDays: string;
  /** SKUs that are never withdrawn from, one a line. */
  readonly noWithdrawal: string;
  readonly reasons: Rows<EnteredReason>;
}

export const blankReason: EnteredReason = {
  code: '',
  name: '',
  days: '',
  feePercent: '',
  givesBackCharges: false,
};

export const draftOfPolicy = (policy: ReturnPolicy): PolicyDraft => ({
  days: String(policy.days),
  withdrawalDays: String(policy.withdrawalDays ?? ''),
  noWithdrawal: (policy.noWithdrawal?.skus ?? []).join('\n'),
  reasons: rowsOf(
    policy.reasons.map(({ code, name, days, feePercent, givesBackCharges = false }) => ({
      code,
      name,
      days: String(days ?? ''),
      feePercent: String(feePercent ?? ''),
      givesBackCharges,
    })),
  ),
});

/** The policy as it was entered; what was left blank is left out. */
export const policyOfDraft = ({ days, withdrawalDays, noWithdrawal, reasons }: PolicyDraft): ReturnPolicy => {
  const skus = linesOf(noWithdrawal);
  return {
    days: Number(days),
    ...figure('withdrawalDays', withdrawalDays),
    ...(skus.length > 0 && { noWithdrawal: { skus } }),
    reasons: reasons.map((reason) => ({
      code: reason.code.trim(),
      name: reason.name.trim(),
      ...figure('days', reason.days),
      ...figure('feePercent', reason.feePercent),
      ...(reason.givesBackCharges && { givesBackCharges: true }),
    })),
  };
};
