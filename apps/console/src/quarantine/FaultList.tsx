import type { Fault } from '../api/problem.ts';
import styles from './Quarantine.module.css';

/** Each field that was wrong, and why. */
export const FaultList = ({ faults }: { readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ul className={styles.faults} aria-label="Faults">
      {faults.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>
          <code>{pointer === '' ? '(whole message)' : pointer}</code>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
