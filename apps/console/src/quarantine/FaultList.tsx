import type { Fault } from '../api/problem.ts';
import { placeOf } from './mend.ts';
import styles from './Quarantine.module.css';
import { t } from '../words/words.ts';

/** Each field that was wrong, and why. */
export const FaultList = ({ faults }: { readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ul className={styles.faults} aria-label={t('Faults')}>
      {faults.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>
          <span title={pointer}>{placeOf(pointer)}</span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
