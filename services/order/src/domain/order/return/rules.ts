import type { Rules } from '../rule.ts';
import { takeBack } from './take-back.ts';

export const returnRules = { 'tributary.return.received.v1': takeBack } satisfies Rules;
