import type * as running from '../answers/running.ts';
import type { ExamplesOf } from './with-examples.ts';

export const runningAnswers: ExamplesOf<typeof running> = {
  Alive: [{ status: 'alive' }],
  Readiness: [
    { status: 'ready' },
    { status: 'behind', behind: [{ group: 'repository-orders', lag: 12_400 }] },
    { status: 'away', away: ['postgres'], waiting: ['repository-orders'] },
  ],
};
