import { Link } from 'react-router';
import { useConsumers } from '../admin/useConsumers.ts';
import { Moment } from '../figures/Moment.tsx';
import { Panel } from '../look/Panel.tsx';
import { useMayReadInbox, useOpenMessages } from '../quarantine/useInbox.ts';
import { useQueueCounts } from '../queues/useQueues.ts';
import { watching } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { type Need, consumerNeeds, quarantineNeed, queueNeeds } from './needs.ts';
import styles from './Overview.module.css';
import { t } from '../words/words.ts';

const useNeeds = (): readonly Need[] => {
  const queues = queueNeeds(useQueueCounts().data?.items);
  const quarantine = quarantineNeed(useOpenMessages());
  const consumers = consumerNeeds(useConsumers().data?.items);
  return [...queues, ...(useMayReadInbox() ? [quarantine] : []), ...(useHasRole(watching) ? consumers : [])];
};

const sumOf = (needs: readonly Need[]): string => {
  const open = needs.filter(({ isOpen }) => isOpen).length;
  if (open > 0) return t('{open} of {needs} need somebody', { open, needs: needs.length });
  return needs.every(({ count }) => count !== undefined) ? t('Nothing needs anybody now') : '';
};

/** What needs a person, each a figure that leads to its list; what needs nobody stays quiet. */
export const NeedsPanel = () => {
  const needs = useNeeds();
  return (
    <Panel title={t('What needs doing')} aside={sumOf(needs)}>
      <ul className={styles.needs}>
        {needs.map(({ to, name, count, isOpen, note, oldest }) => (
          <li key={name}>
            <Link to={to} className={styles.need} data-open={isOpen}>
              <span>{name}</span>
              <span className={styles.needCount}>{count ?? '–'}</span>
              <span className={styles.needNote}>
                {oldest === undefined ? (note ?? t('none')) : <Moment at={oldest} brief />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
