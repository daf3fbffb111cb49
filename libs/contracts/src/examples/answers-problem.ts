import type * as problem from '../answers/problem.ts';
import { messageId } from './story.ts';
import type { ExamplesOf } from './with-examples.ts';

export const fault = {
  pointer: '/data/lines/0/quantity',
  message: 'This has to be more than 0.',
  expected: 'number' as const,
};
export const choice = {
  pointer: '/data/payments/0/status',
  message: 'Choose one of: authorised, captured.',
  allowed: ['authorised', 'captured'],
};
const requestId = '7f3c1d2e-6b5a-4f49-8a3e-0c9d8e7f6a5b';
export const invalid = {
  type: 'urn:tributary:problem:invalid-data',
  title: 'Cannot be processed',
  status: 422,
  code: 'invalid-data',
  detail: `/data/lines/0/quantity: This has to be more than 0. The message is kept in quarantine as ${messageId}.`,
  retryable: false,
  errors: [fault, choice],
  requestId,
};

export const problemAnswers: ExamplesOf<typeof problem> = { ProblemDocument: [invalid] };
