import type { Fault } from '../api/problem.ts';
import { placeOf } from './mend.ts';
import styles from './Quarantine.module.css';

/** Each field that was wrong, and why. */
export const FaultList = ({ faults }: { readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ul className={styles.faults} aria-label="Faults">
      {faults.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>
          <span title={pointer}>{placeOf(pointer)}</span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
