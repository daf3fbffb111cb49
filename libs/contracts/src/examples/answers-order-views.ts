import type * as orderViews from '../answers/order-views.ts';
import { orderViewExamples, orderViewId } from './order-views.ts';
import { keyId } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type OrderViewAnswers = ExamplesOf<typeof orderViews>;

const [everybodys, own] = orderViewExamples;
const shared = { ...everybodys, viewId: orderViewId, keyId, isMine: false };
const mine = { ...own, viewId: 'mugs', keyId, isMine: true };

export const orderViewAnswers: OrderViewAnswers = {
  OrderView: [shared, mine],
  OrderViews: [{ items: [shared, mine] }],
};
