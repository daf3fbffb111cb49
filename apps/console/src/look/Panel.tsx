import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Shown beside the title, e.g. how many there are. */
  readonly aside?: ReactNode;
  /** Tables and lists touch the panel's edge; prose does not. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page; a landmark region named by its title. */
export const Panel = ({ title, aside, flush = false, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
};
