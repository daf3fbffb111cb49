import styles from './Change.module.css';

/** What an entry lacks, or what is in its way. */
export const Reasons = ({ of: reasons = [] }: { readonly of: readonly string[] | undefined }) =>
  reasons.length === 0 ? null : (
    <ul className={styles.reasons} role="status">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
