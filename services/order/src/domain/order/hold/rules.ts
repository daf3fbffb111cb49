import type { Rules } from '../rule.ts';
import { toldToHold, toldToRelease } from './told.ts';

export const holdRules = {
  'tributary.order.hold-requested.v1': toldToHold,
  'tributary.order.release-requested.v1': toldToRelease,
} satisfies Rules;
