import { describe, it } from '@jest/globals';
import { batching } from './batching.ts';
import { broadcasting } from './broadcasting.ts';
import { delivering } from './delivering.ts';
import { failingMessages, newerMessages } from './failing.ts';
import { interleavings } from './interleavings.ts';
import { resuming } from './resuming.ts';
import { sharing } from './sharing.ts';
import { type Effort, type Features, type Open, opener } from './subject.ts';
import { watching } from './watching.ts';

export { type Log, type LogShape, overLogs } from './log-subject.ts';
export type { Effort, Features, Open, Opened, Publication } from './subject.ts';

/**
 * The meaning of the event bus port. An adapter is done when this is green on it.
 * @param open a bus on which nothing was published, each time
 * @param missing what the adapter cannot do, each with the reason in words
 * @param effort less than usual where opening a bus takes long
 */
export const describeEventBus = (
  name: string,
  open: Open,
  missing: Features = {},
  effort: Effort = {},
): void => {
  describe(`The event bus on ${name}`, () => {
    const fresh = opener(open);
    describe('a message group', () => delivering(fresh));
    describe('a message that fails', () => failingMessages(fresh));
    describe('a message of a newer build', () => newerMessages(fresh));
    describe('a group that stops or goes back', () => resuming(fresh, missing));
    describe('batches', () => batching(fresh, missing));
    describe('a broadcast', () => broadcasting(fresh));
    describe('the status', () => watching(fresh, missing));
    if (missing.sharing === undefined) describe('processes of one group', () => sharing(fresh));
    else it.skip(`processes of one group – not here: ${missing.sharing}`, () => {});
    describe('any interleaving', () => interleavings(open, effort));
  });
};
