import styles from './NameMark.module.css';
import { t } from '../words/words.ts';

export const NameMark = () => (
  <span className={styles.mark}>
    <svg viewBox="0 0 32 32" width="24" height="24" fill="none" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0f788b" />
      <g stroke="#fff" strokeWidth="3" strokeLinecap="round">
        <path d="M6 9c7 0 6 7 13 7h8" />
        <path d="M6 16h8" opacity=".75" />
        <path d="M6 23c7 0 6-7 13-7" opacity=".75" />
      </g>
    </svg>
    {t('Tributary')}
  </span>
);
