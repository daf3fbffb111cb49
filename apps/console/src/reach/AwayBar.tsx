import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { formatClock } from '../figures/time.ts';
import { t } from '../words/words.ts';
import styles from './AwayBar.module.css';
import { platform } from './platform.ts';

/** Says in every room that the platform does not answer, for as long as it does not. */
export const AwayBar = () => {
  const state = useSyncExternalStore(platform.subscribe, platform.state);
  return (
    <div role="status">
      {state.is === 'away' && (
        <div className={styles.bar}>
          <span>
            {t(
              'The platform has not answered since {since}. What is shown is from before; nothing can be saved.',
              {
                since: formatClock(new Date(state.since).toISOString()),
              },
            )}
          </span>
          <Button variant="default" size="compact-xs" onClick={() => void platform.check()}>
            {t('Try again')}
          </Button>
        </div>
      )}
    </div>
  );
};
