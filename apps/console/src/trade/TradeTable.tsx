import type { TradeFigure, TradeRow } from '../api/trade.ts';
import { formatBusinessDate } from '../figures/time.ts';
import { Table } from '../look/Table.tsx';
import { differenceText, figureText, figureWords } from './figures.ts';
import styles from './Trade.module.css';

interface TableProps {
  readonly rows: readonly TradeRow[];
  readonly figure: TradeFigure;
}

export const TradeTable = ({ rows, figure }: TableProps) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label="Trade by day, table">
    <Table
      caption={`${figureWords[figure]} by business date, as reported and as corrected, latest first`}
      head={[
        { label: 'Day' },
        { label: 'Reported', numeric: true },
        { label: 'Corrected', numeric: true },
        { label: 'Since', numeric: true },
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
