import styles from './LoadMore.module.css';
import { t } from '../words/words.ts';

/** Below a list that an order of thousands of such things cuts: how many are left to its timeline. */
export const Unlisted = ({
  count = 0,
  what,
}: {
  readonly count?: number | undefined;
  readonly what: string;
}) =>
  count === 0 ? null : (
    <p className={`${styles.more} quiet`}>
      {t('and {count} more {what}: see the timeline', { count, what })}
    </p>
  );
