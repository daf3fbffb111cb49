import type * as affinity from '../answers/affinity.ts';
import { mug, teapot } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

const teapots = { sku: teapot, name: 'Teapot, 1.2 l', together: 9, of: 40, timesAsOften: 6.4 };

export const affinityAnswers: ExamplesOf<typeof affinity> = {
  BoughtWith: [{ sku: mug, orders: 40, comparedWith: 200, items: [teapots] }],
  MayLike: [{ items: [{ ...teapots, with: { sku: mug, name: 'Mug, blue' } }] }],
};
