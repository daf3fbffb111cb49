import type * as bulk from '../answers/bulk.ts';
import { orderId } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

type BulkAnswers = ExamplesOf<typeof bulk>;

const done: BulkAnswers['OrderResult'][0] = { orderId, outcome: 'done', rev: 15, status: 'placed' };
const notHeld: BulkAnswers['OrderResult'][0] = {
  orderId: 'web.100046',
  outcome: 'nothing-to-do',
  code: 'not-held',
  detail: 'It is not held for fraud.',
};

export const bulkAnswers: BulkAnswers = {
  OrderResult: [done, notHeld],
  OrderResults: [{ results: [done, notHeld] }],
};
