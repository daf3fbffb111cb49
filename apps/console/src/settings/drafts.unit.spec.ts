import type { ApprovalLimits, DeclaredAttributes } from '../api/settings.ts';
import { attributesOfDraft, blankAttribute, draftOfAttributes } from './attributes.ts';
import { draftOfLimits, limitsOfDraft } from './limits.ts';
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

  it('is what it was where nothing is changed', () => {
    expect(limitsOfDraft(draftOfLimits(limits))).toEqual(limits);
    expect(attributesOfDraft(draftOfAttributes(declared))).toEqual(declared);
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
