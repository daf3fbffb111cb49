import styles from './LiveIndicator.module.css';
import { useLive } from './useLive.ts';

const words = {
  live: ['Live', 'Changes appear as they happen.'],
  connecting: ['Connecting', 'Connecting to the live stream.'],
  retrying: ['Reconnecting', 'The live stream broke off. What you see may be a little old.'],
  paused: ['Paused', 'Updates pause while this tab is hidden.'],
} as const;

export const LiveIndicator = () => {
  const { state } = useLive();
  const [word, meaning] = words[state];
  return (
    <span className={styles.indicator} data-state={state} title={meaning}>
      <span className={styles.dot} aria-hidden />
      <span role="status">{word}</span>
    </span>
  );
};
