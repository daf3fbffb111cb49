import type { ApprovalLimits } from '../api/settings.ts';

export const limitedRoles = ['csr', 'supervisor', 'integrator'] as const;
export type LimitedRole = (typeof limitedRoles)[number];

/** Percent as text, both blank for a role without a limit. */
export interface EnteredLimits {
  readonly price: string;
  readonly discount: string;
}
export type LimitsDraft = Readonly<Record<LimitedRole, EnteredLimits>>;

export const draftOfLimits = (limits: ApprovalLimits): LimitsDraft => {
  const entered = (role: LimitedRole): EnteredLimits => ({
    price: String(limits[role]?.price ?? ''),
    discount: String(limits[role]?.discount ?? ''),
  });
  return { csr: entered('csr'), supervisor: entered('supervisor'), integrator: entered('integrator') };
};

export const isLimited = ({ price, discount }: EnteredLimits): boolean => price !== '' || discount !== '';

/** The limits as they were entered; a role of which nothing was entered has none. */
export const limitsOfDraft = (draft: LimitsDraft): ApprovalLimits =>
  Object.fromEntries(
    limitedRoles
      .filter((role) => isLimited(draft[role]))
      .map((role) => [role, { price: Number(draft[role].price), discount: Number(draft[role].discount) }]),
  );
