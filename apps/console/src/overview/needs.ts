import type { QueueCount } from '../api/queues.ts';
import type { Consumer } from '../api/running.ts';
import { countOf, queueNames, queues } from '../queues/why.ts';
import { slowest } from './counting.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

/** Something that a person has to look at, and where it is listed. */
export interface Need {
  readonly to: string;
  readonly name: string;
  /** As it is shown; undefined until it is known. */
  readonly count: string | undefined;
  /** Whether it needs somebody now. */
  readonly isOpen: boolean;
  readonly note?: string;
  /** Since when the first of them has stood there. */
  readonly oldest?: string;
}

/** Events that a consumer may be behind before that needs somebody: a busy moment passes by itself. */
const toleratedLag = 1_000;
/** Up to here the platform counts what is in quarantine. */
const countedTo = 200;

/** A need for each queue of orders. */
export const queueNeeds = (counts: readonly QueueCount[] | undefined): readonly Need[] =>
  queues.map((queue) => {
    const count = counts?.find((one) => one.queue === queue);
    return {
      to: `/queues/${queue}`,
      name: queueNames[queue],
      count: count && countOf(count),
      isOpen: (count?.orders ?? 0) > 0,
      ...(count?.oldest !== undefined && { oldest: count.oldest }),
    };
  });

/** Of what came in and was not applied. */
export const quarantineNeed = (open: number | undefined): Need => ({
  to: '/quarantine',
  name: t('In quarantine'),
  count: open === undefined || open < countedTo ? open?.toString() : `${open}+`,
  isOpen: open !== undefined && open > 0,
  note: t('to repair'),
});

/** Of how the platform follows: what its parts gave up on, and how far the slowest is behind. */
export const consumerNeeds = (consumers: readonly Consumer[] | undefined): readonly Need[] => {
  const parked = consumers?.reduce((sum, one) => sum + one.parked, 0);
  const behind = consumers && slowest(consumers);
  const lag = consumers && (behind?.lag ?? 0);
  const to = '/admin/consumers';
  return [
    {
      to,
      name: t('Dead letters'),
      count: parked === undefined ? undefined : formatCount(parked),
      isOpen: (parked ?? 0) > 0,
      note: t('to try again'),
    },
    {
      to,
      name: t('Events behind'),
      count: lag === undefined ? undefined : formatCount(lag),
      isOpen: (lag ?? 0) > toleratedLag,
      note: behind === undefined || behind.lag === 0 ? t('all follow') : behind.group,
    },
  ];
};
