import type { ReactNode } from 'react';
import styles from './Table.module.css';

/** How much room a column needs to be shown at all: a wide window, or at least a middling one. */
export type Room = 'wide' | 'middle';

interface TableProps {
  /** Read out by screen readers as the table's name. */
  readonly caption: string;
  readonly head: readonly { readonly label: string; readonly numeric?: boolean; readonly room?: Room }[];
  readonly children: ReactNode;
}

/** A dense table. The cells of a column that needs room carry the class `roomy[…]`. */
export const Table = ({ caption, head, children }: TableProps) => (
  <table className={styles.table}>
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {head.map(({ label, numeric, room }) => (
          <th
            key={label}
            scope="col"
            className={[numeric === true && 'numeric', room && styles[room]].filter(Boolean).join(' ')}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);

/** Classes for the cells of columns that need room. */
export const roomy: Readonly<Record<Room, string>> = { wide: styles.wide ?? '', middle: styles.middle ?? '' };
