import type * as network from '../answers/network.ts';
import { decision, decisionAnew, ruleSet } from './facts-sourcing.ts';
import { cursor, store } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const decisions = [
  { ...decision, decidedAt: '2026-03-02T09:14:06.020Z' },
  { ...decisionAnew, decidedAt: '2026-03-02T09:14:06.310Z' },
];

export const networkAnswers: ExamplesOf<typeof network> = {
  NetworkLocation: [store],
  NetworkLocations: [{ items: [store], next: cursor }],
  RuleSets: [{ items: [ruleSet] }],
  SourcingDecision: [decisions[0]!, decisions[1]!],
  SourcingDecisions: [{ items: decisions, next: cursor }],
};
