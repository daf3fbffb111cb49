import type { AskedMoment } from '../api/moment.ts';
import type { Place, StockFigure } from '../api/stock.ts';
import { Answer } from '../look/Answer.tsx';
import styles from './Stock.module.css';
import { useFigure } from './useStock.ts';

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
    <dd className={styles.value}>{units.toLocaleString()}</dd>
    <dd className={styles.note}>{note}</dd>
  </div>
);

const Figures = ({ of: { onHand, reserved, entries } }: { readonly of: StockFigure }) => (
  <dl className={styles.figures} aria-label="Figures">
    <Figure
      name="On hand"
      units={onHand}
      note={
        onHand < 0
          ? 'more left than was known of'
          : `the sum of ${entries.toLocaleString()} ${entries === 1 ? 'entry' : 'entries'}`
      }
    />
    <Figure name="Reserved" units={reserved} note="promised to orders" />
    <Figure name="Available" units={Math.max(0, onHand - reserved)} note="may still be promised" />
  </dl>
);

/** What is or was there; a moment that is none is refused in the platform’s words. */
export const FiguresPanel = ({ place, moment }: { readonly place: Place; readonly moment: AskedMoment }) => (
  <Answer of={useFigure(place, moment)} rows={3}>
    {(figure) => <Figures of={figure} />}
  </Answer>
);
