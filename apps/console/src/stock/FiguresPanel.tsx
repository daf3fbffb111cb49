import type { AskedMoment } from '../api/moment.ts';
import type { Place, StockFigure } from '../api/stock.ts';
import { Answer } from '../look/Answer.tsx';
import styles from './Stock.module.css';
import { useFigure } from './useStock.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

const Figure = ({
  name,
  units,
  note,
}: {
  readonly name: string;
  readonly units: number;
  readonly note: string;
}) => (
  <div className={styles.figure}>
    <dt>{name}</dt>
    <dd className={styles.value}>{formatCount(units)}</dd>
    <dd className={styles.note}>{note}</dd>
  </div>
);

const Figures = ({ of: { onHand, reserved, entries } }: { readonly of: StockFigure }) => (
  <dl className={styles.figures} aria-label={t('Figures')}>
    <Figure
      name={t('On hand')}
      units={onHand}
      note={
        onHand < 0
          ? t('more left than was known of')
          : t('the sum of {entries} {entries2, plural, one {entry} other {entries}}', {
              entries: formatCount(entries),
              entries2: entries,
            })
      }
    />
    <Figure name={t('Reserved')} units={reserved} note={t('promised to orders')} />
    <Figure name={t('Available')} units={Math.max(0, onHand - reserved)} note={t('may still be promised')} />
  </dl>
);

/** What is or was there; a moment that is none is refused in the platform’s words. */
export const FiguresPanel = ({ place, moment }: { readonly place: Place; readonly moment: AskedMoment }) => (
  <Answer of={useFigure(place, moment)} rows={3}>
    {(figure) => <Figures of={figure} />}
  </Answer>
);
