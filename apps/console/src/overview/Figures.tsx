import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useConsumers } from '../admin/useConsumers.ts';
import { useOpenMessages } from '../quarantine/useInbox.ts';
import { lastFullMinute, ordersIn, slowest } from './counting.ts';
import styles from './Overview.module.css';
import { lookBack, useOrdersPerMinute } from './useOverview.ts';

const whole = new Intl.NumberFormat();

interface FigureProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly note: ReactNode;
  readonly alarming?: boolean;
}

const Figure = ({ name, value, note, alarming = false }: FigureProps) => (
  <div className={styles.figure}>
    <dt>{name}</dt>
    <dd className={styles.value} data-alarming={alarming}>
      {value === undefined ? '–' : whole.format(value)}
    </dd>
    <dd className={styles.note}>{note}</dd>
  </div>
);

/** What ops looks at first. A figure that is not known yet, or cannot be asked, is a dash. */
export const Figures = () => {
  const minutes = useOrdersPerMinute().data?.minutes;
  const consumers = useConsumers().data?.items;
  const open = useOpenMessages();
  const behind = consumers === undefined ? undefined : slowest(consumers);
  return (
    <dl className={styles.figures}>
      <Figure
        name="Orders a minute"
        value={minutes === undefined ? undefined : lastFullMinute(minutes, Date.now())}
        note="in the last full minute"
      />
      <Figure
        name="Orders"
        value={minutes?.reduce((sum, minute) => sum + ordersIn(minute), 0)}
        note={`in the last ${lookBack} minutes`}
      />
      <Figure
        name="Projection lag"
        value={behind?.lag}
        note={
          <Link to="/admin/consumers">
            {behind === undefined || behind.lag === 0 ? 'events behind' : `events behind, ${behind.group}`}
          </Link>
        }
      />
      <Figure
        name="In quarantine"
        value={open}
        note={<Link to="/quarantine">{open === 0 ? 'Nothing to repair' : 'See and repair'}</Link>}
        alarming={open !== undefined && open > 0}
      />
    </dl>
  );
};
