import type { ApprovalLimits, DeclaredAttributes, ReturnPolicy } from '../api/settings.ts';
import { attributesOfDraft, blankAttribute, draftOfAttributes } from './attributes.ts';
import { draftOfLimits, limitsOfDraft } from './limits.ts';
import { draftOfPolicy, policyOfDraft } from './returnPolicy.ts';
import { withChanged, withRow, withoutRow } from './rows.ts';

describe('A setting that is entered', () => {
  const limits: ApprovalLimits = {
    csr: { price: 30, discount: 0 },
    integrator: { price: 100, discount: 100 },
  };
  const declared: DeclaredAttributes = {
    attributes: [
      { name: 'gift-wrap', on: 'order', type: 'choice', values: ['plain', 'festive'], label: 'Gift wrap' },
      { name: 'engraving', on: 'line', type: 'text' },
    ],
  };
  const policy: ReturnPolicy = {
    days: 30,
    withdrawalDays: 21,
    noWithdrawal: { skus: ['RING-1', 'RING-2'] },
    reasons: [
      { code: 'damaged', name: 'Arrived damaged', days: 730, givesBackCharges: true },
      { code: 'too-small', name: 'Too small', feePercent: 10 },
    ],
  };

  it('is what it was where nothing is changed', () => {
    expect(limitsOfDraft(draftOfLimits(limits))).toEqual(limits);
    expect(attributesOfDraft(draftOfAttributes(declared))).toEqual(declared);
    expect(policyOfDraft(draftOfPolicy(policy))).toEqual(policy);
  });

  it('leaves out of a return policy what was left blank', () => {
    const draft = { ...draftOfPolicy(policy), withdrawalDays: '', noWithdrawal: ' \n' };
    expect(policyOfDraft({ ...draft, reasons: withChanged(draft.reasons, 0, { days: '0' }) })).toEqual({
      days: 30,
      reasons: [{ ...policy.reasons[0], days: 0 }, policy.reasons[1]],
    });
  });

  it('has no limit for a role without figures', () => {
    const draft = { ...draftOfLimits(limits), csr: { price: '', discount: '' } };
    expect(limitsOfDraft(draft)).toEqual({ integrator: { price: 100, discount: 100 } });
  });

  it('has attributes that join, differ or go, each by itself', () => {
    const joined = withRow(draftOfAttributes(declared), {
      ...blankAttribute,
      name: ' floor ',
      values: 'none',
    });
    const differs = withChanged(joined, 0, { values: ' plain \n\nred\n', label: ' ' });
    expect(attributesOfDraft(withoutRow(differs, 1))).toEqual({
      attributes: [
        { name: 'gift-wrap', on: 'order', type: 'choice', values: ['plain', 'red'] },
        { name: 'floor', on: 'order', type: 'text' },
      ],
    });
  });
});
