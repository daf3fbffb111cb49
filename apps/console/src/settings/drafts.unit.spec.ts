import type {
  ApprovalLimits,
  AvailabilityPolicy,
  DeclaredAttributes,
  HoldRules,
  ReturnPolicy,
  TimelinePolicy,
} from '../api/settings.ts';
import {
  availabilityOfDraft,
  blankChannels,
  draftOfAvailability,
  faultsOfAvailability,
} from './availability.ts';
import { attributesOfDraft, blankAttribute, draftOfAttributes } from './attributes.ts';
import { blankRule, draftOfRules, faultsOfRules, rulesOfDraft } from './holdRules.ts';
import { draftOfLimits, limitsOfDraft } from './limits.ts';
import { draftOfPolicy, policyOfDraft } from './returnPolicy.ts';
import { draftOfTimelinePolicy, timelinePolicyOfDraft } from './timelinePolicy.ts';
import { rowsOf, withChanged, withMoved, withRow, withoutRow } from './rows.ts';

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
  const availability: AvailabilityPolicy = {
    rules: [
      {
        channels: ['ebay', 'zalando'],
        keepBack: 2,
        keepBackOf: [{ sku: 'MUG', units: 5 }],
        without: ['hull'],
        most: 50,
      },
      { channels: ['quick'] },
    ],
  };
  const holds: HoldRules = {
    rules: [
      { name: 'Unpaid', when: { isUnpaid: true, channels: ['web'] }, reason: 'payment', until: 'paid' },
      {
        name: 'Large',
        when: {
          totalFrom: { amount: 50_000, currency: 'EUR' },
          unitsFrom: 5,
          skus: ['RING-1'],
          isGuest: true,
        },
        reason: 'fraud',
        note: 'Ring before.',
      },
    ],
  };

  it('is what it was where nothing is changed', () => {
    expect(limitsOfDraft(draftOfLimits(limits))).toEqual(limits);
    expect(attributesOfDraft(draftOfAttributes(declared))).toEqual(declared);
    expect(policyOfDraft(draftOfPolicy(policy))).toEqual(policy);
    expect(rulesOfDraft(draftOfRules(holds))).toEqual(holds);
    expect(availabilityOfDraft(draftOfAvailability(availability))).toEqual(availability);
  });

  it('names lines that do not say of which SKU how much is kept back', () => {
    const entered = ['MUG-RED 5\n\nRING  0', 'MUG-RED', 'MUG-RED five', 'MUG-RED -1', ''].map(
      (keepBackOf) => ({
        ...blankChannels,
        keepBackOf,
      }),
    );
    expect(faultsOfAvailability(rowsOf(entered)).map(({ pointer }) => pointer)).toEqual([
      '/rules/1/keepBackOf',
      '/rules/2/keepBackOf',
      '/rules/3/keepBackOf',
    ]);
    expect(availabilityOfDraft(rowsOf(entered)).rules[0]).toEqual({
      channels: [],
      keepBackOf: [
        { sku: 'MUG-RED', units: 5 },
        { sku: 'RING', units: 0 },
      ],
    });
  });

  it('names amounts that are none of their currency', () => {
    const total = (totalFrom: string, currency: string) => ({ ...blankRule, totalFrom, currency });
    const entered = [total('5,5', 'eur'), total('5.5', 'JPY'), total('much', 'EUR'), blankRule];
    expect(faultsOfRules(rowsOf(entered)).map(({ pointer }) => pointer)).toEqual([
      '/rules/1/when/totalFrom/amount',
      '/rules/2/when/totalFrom/amount',
    ]);
    expect(rulesOfDraft(rowsOf(entered)).rules[0]?.when).toEqual({
      totalFrom: { amount: 550, currency: 'EUR' },
    });
  });

  it('has rules in the order they were moved to', () => {
    const moved = withMoved(draftOfRules(holds), 1, -1);
    expect(rulesOfDraft(moved).rules).toEqual([holds.rules[1], holds.rules[0]]);
    expect(withMoved(moved, 1, -1)).toBe(moved);
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

  it('is the same timeline policy again, whatever its values look like', () => {
    const types = ['tributary.order.tracked.v1', 'tributary.order.payment-*'];
    const told: TimelinePolicy = {
      rules: [
        { ruleId: 'scans', types, sources: ['carrier', 'erp'], repeated: true, why: 'Nobody asks.' },
        {
          ruleId: 'values',
          types,
          where: {
            field: 'status',
            is: ['in transit', '', ' 2', '2', 2, -0.5, true, 'true', '"x"', 'a\nb', 'null'],
          },
          why: 'Nobody asks.',
        },
      ],
    };
    expect(timelinePolicyOfDraft(draftOfTimelinePolicy(told))).toEqual(told);
    const entered = {
      ruleId: ' r ',
      types: 'a\n\n b',
      sources: '',
      field: '',
      is: '',
      repeated: false,
      why: 'w',
    };
    expect(timelinePolicyOfDraft(rowsOf([entered]))).toEqual({
      rules: [{ ruleId: 'r', types: ['a', 'b'], why: 'w' }],
    });
  });
});
