import styles from './LiveIndicator.module.css';
import { useLive } from './useLive.ts';
import { t } from '../words/words.ts';

const words = {
  live: [t('Live'), t('Changes appear as they happen.')],
  connecting: [t('Connecting'), t('Connecting to the live stream.')],
  retrying: [t('Reconnecting'), t('The live stream broke off. What you see may be a little old.')],
  paused: [t('Paused'), t('Updates pause while this tab is hidden.')],
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
