import type { TradeFigure, TradeRow } from '../api/trade.ts';
import { formatBusinessDate } from '../figures/time.ts';
import { Table } from '../look/Table.tsx';
import { differenceText, figureText, figureWords } from './figures.ts';
import styles from './Trade.module.css';
import { t } from '../words/words.ts';

interface TableProps {
  readonly rows: readonly TradeRow[];
  readonly figure: TradeFigure;
}

export const TradeTable = ({ rows, figure }: TableProps) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Trade by day, table')}>
    <Table
      caption={t('{figureWords} by business date, as reported and as corrected, latest first', {
        figureWords: figureWords[figure],
      })}
      head={[
        { label: t('Day') },
        { label: t('Reported'), numeric: true },
        { label: t('Corrected'), numeric: true },
        { label: t('Since'), numeric: true },
      ]}
    >
      {rows.toReversed().map(({ date = '', currency, reported, corrected, difference }) => (
        <tr key={date}>
          <th scope="row">{formatBusinessDate(date)}</th>
          <td className="numeric">{figureText(figure, reported[figure], currency)}</td>
          <td className="numeric">{figureText(figure, corrected[figure], currency)}</td>
          <td className="numeric">{differenceText(figure, difference[figure], currency)}</td>
        </tr>
      ))}
    </Table>
  </div>
);
