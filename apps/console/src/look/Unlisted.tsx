import styles from './LoadMore.module.css';

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
      and {count} more {what}: see the timeline
    </p>
  );
