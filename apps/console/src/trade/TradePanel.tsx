import { SegmentedControl } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { TradeFigure, TradeRow } from '../api/trade.ts';
import { Empty, Loading } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { correctedDays, figureWords, pointsOf } from './figures.ts';
import styles from './Trade.module.css';
import { TradeTable } from './TradeTable.tsx';
import { t } from '../words/words.ts';
import { part } from '../reach/part.ts';

// The charting library is large, and most rooms do without it.
const TradeChart = part(() => import('./TradeChart.tsx'));

interface PanelProps {
  /** Of one currency, earliest first. */
  readonly rows: readonly TradeRow[];
  readonly figure: TradeFigure;
  readonly currency: string;
  /** Hours after its end at which a day is closed. */
  readonly closes: number;
}

/** One figure, day by day. */
export const TradePanel = ({ rows, figure, currency, closes }: PanelProps) => {
  const [view, setView] = useState('chart');
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('Show as')}
      value={view}
      onChange={setView}
      data={[
        { value: 'chart', label: t('Chart') },
        { value: 'table', label: t('Table') },
      ]}
    />
  );
  return (
    <Panel title={figureWords[figure]} aside={choice} flush={view === 'table'}>
      {rows.length === 0 && <Empty title={t('No trade on these days')} />}
      {rows.length > 0 && view === 'table' && <TradeTable rows={rows} figure={figure} />}
      {rows.length > 0 && view === 'chart' && (
        <Suspense fallback={<Loading rows={6} />}>
          <TradeChart
            points={pointsOf(rows, figure, currency)}
            figure={figure}
            corrected={correctedDays(rows, figure)}
          />
        </Suspense>
      )}
      <p className={styles.note}>
        {t(
          'Reported is what was known {closes} hours after the day had ended (UTC), and does not move. Corrected is what is known now.',
          { closes },
        )}
      </p>
    </Panel>
  );
};
