import type * as network from '../answers/network.ts';
import { decision, decisionAnew, ruleSet } from './facts-sourcing.ts';
import { cursor, store } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const decisions = [
  { ...decision, decidedAt: '2026-03-02T09:14:06.020Z' },
  { ...decisionAnew, decidedAt: '2026-03-02T09:14:06.310Z' },
];

const { ruleSet: rules, cost, candidates, others, unsourced } = decision;
const outlook = {
  outcome: 'planned' as const,
  serves: decision.fulfilments.map(({ fulfilmentId: _, ...one }) => one),
  unsourced,
  ruleSet: rules,
  cost,
  candidates,
  others,
};

export const networkAnswers: ExamplesOf<typeof network> = {
  NetworkLocation: [store],
  NetworkLocations: [{ items: [store], next: cursor }],
  RuleSets: [{ items: [ruleSet] }],
  SourcingDecision: [decisions[0]!, decisions[1]!],
  SourcingOutlook: [
    outlook,
    {
      ...outlook,
      outcome: 'partly-planned',
      unsourced: decisionAnew.unsourced,
      candidates: decisionAnew.candidates,
    },
  ],
  SourcingDecisions: [{ items: decisions, next: cursor }],
};
