import { describe, it } from '@jest/globals';
import { appending } from './appending.ts';
import { checking } from './checking.ts';
import { following } from './following.ts';
import { interleavings } from './interleavings.ts';
import { keeping } from './keeping.ts';
import { moving } from './moving.ts';
import { reading } from './reading.ts';
import { repeating } from './repeating.ts';
import { sharing } from './sharing.ts';
import { type Missing, type Open, subjectOf } from './subject.ts';
import { timing } from './timing.ts';

export * from './coordination.ts';
export type { Missing, Open, Opened, OpenOptions } from './subject.ts';

/**
 * The meaning of the event store port. An adapter is done when this is green on it.
 * @param open an empty log, each time
 * @param missing what the adapter cannot do, each with the reason in words
 */
export const describeEventStore = (name: string, open: Open, missing: Missing = {}): void => {
  describe(`The event store on ${name}`, () => {
    const subject = subjectOf(open, missing);
    describe('appending', () => appending(subject));
    describe('appending again', () => repeating(subject));
    describe('appending on what was looked at', () => checking(subject));
    describe('reading', () => reading(subject));
    describe('following', () => following(subject));
    describe('keeping', () => keeping(subject));
    describe('timing', () => timing(subject));
    describe('moving', () => moving(subject));
    if (missing.sharing === undefined) describe('several processes', () => sharing(subject));
    else it.skip(`several processes – not here: ${missing.sharing}`, () => {});
    describe('any interleaving of appends', () => interleavings(subject));
  });
};
