import { describe } from '@jest/globals';
import { describeFinding } from './finding.ts';
import { describeFollowing } from './following.ts';
import type { Features, Open } from './opened.ts';
import { describeSearching } from './searching.ts';
import { describeBatches, describeKeeping } from './writing.ts';

export type { Features, Open, Opened } from './opened.ts';

/** The whole meaning of the port, as tests that every adapter must pass. */
export const describeReadStore = (name: string, open: Open, features: Features = {}): void => {
  describe(name, () => {
    describeBatches(open);
    describeKeeping(open, features);
    describeFollowing(open, features);
    describeFinding(open);
    describeSearching(open);
  });
};
