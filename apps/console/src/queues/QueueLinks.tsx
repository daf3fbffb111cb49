import { NavLink } from 'react-router';
import styles from './Queues.module.css';
import { useQueueCounts } from './useQueues.ts';
import { countOf, queueNames, queues } from './why.ts';
import { t } from '../words/words.ts';

/** Every queue with how many orders stand in it. */
export const QueueLinks = () => {
  const counts = useQueueCounts().data?.items;
  return (
    <nav aria-label={t('Queues')}>
      <ul className={styles.queues}>
        {queues.map((queue) => {
          const count = counts?.find((one) => one.queue === queue);
          return (
            <li key={queue}>
              <NavLink to={`/queues/${queue}`} className={styles.queue ?? ''}>
                <span>{queueNames[queue]}</span>
                <span className={styles.count} data-any={(count?.orders ?? 0) > 0}>
                  {count === undefined ? '–' : countOf(count)}
                </span>
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
