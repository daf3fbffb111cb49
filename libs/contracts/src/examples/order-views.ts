import type { z } from 'zod';
import type { SavedOrderView } from '../facts/order-views.ts';

type View = z.input<typeof SavedOrderView>;

export const orderViewId = 'late-to-london';

/** What everybody looks at in the morning, and what one person keeps for herself. */
export const orderViewExamples: readonly [shared: View, own: View] = [
  {
    name: 'Late, and not from the tills',
    q: 'late:yes -channel:pos',
    zone: 'Europe/London',
    sort: 'oldest',
    shared: true,
  },
  { name: 'Mugs over 100', q: 'sku:MUG* total:>100', shared: false },
];
