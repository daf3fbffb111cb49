import styles from './Mark.module.css';

export type Tone = 'blue' | 'cyan' | 'green' | 'orange' | 'red' | 'violet' | 'gray';

/** A state in a word, with a dot in its tone; the word alone carries the meaning. */
export const Mark = ({ tone, children }: { readonly tone: Tone; readonly children: string }) => (
  <span className={styles.mark} data-tone={tone}>
    {children}
  </span>
);

/** A small property of a thing, such as "sale" or "imported". */
export const Tag = ({ children }: { readonly children: string }) => (
  <span className={styles.tag}>{children}</span>
);
