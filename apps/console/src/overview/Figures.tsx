import { lastFullMinute, ordersIn } from './counting.ts';
import styles from './Overview.module.css';
import { lookBack, useOrdersPerMinute } from './useOverview.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

interface FigureProps {
  readonly name: string;
  readonly value: number | undefined;
  readonly note: string;
}

const Figure = ({ name, value, note }: FigureProps) => (
  <div className={styles.figure}>
    <dt>{name}</dt>
    <dd className={styles.value}>{value === undefined ? '–' : formatCount(value)}</dd>
    <dd className={styles.note}>{note}</dd>
  </div>
);

/** How much there is. A figure that is not known yet is a dash. */
export const Figures = () => {
  const minutes = useOrdersPerMinute().data?.minutes;
  return (
    <dl className={styles.figures}>
      <Figure
        name={t('Orders a minute')}
        value={minutes === undefined ? undefined : lastFullMinute(minutes, Date.now())}
        note={t('in the last full minute')}
      />
      <Figure
        name={t('Orders')}
        value={minutes?.reduce((sum, minute) => sum + ordersIn(minute), 0)}
        note={t('in the last {lookBack} minutes', { lookBack })}
      />
    </dl>
  );
};
