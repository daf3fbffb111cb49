import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './Page.module.css';
import { t } from '../words/words.ts';

interface PageProps {
  /** Heading and document title. */
  readonly title: string;
  /** Above the heading: where this page belongs. */
  readonly above?: ReactNode;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

let arrived = false;

/** A room. Coming from another one moves the focus to its heading, so a screen reader says where one is. */
export const Page = ({ title, above, aside, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived && document.activeElement?.matches('input, textarea') !== true) {
      heading.current?.focus({ preventScroll: true });
    }
    arrived = true;
  }, []);
  return (
    <div className={styles.page}>
      <title>{t('{title} · Tributary', { title })}</title>
      {above}
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </div>
  );
};
