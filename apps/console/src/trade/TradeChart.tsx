import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import type { CSSProperties } from 'react';
import type { TradeFigure } from '../api/trade.ts';
import { formatBusinessDate } from '../figures/time.ts';
import { type TradePoint, figureWords } from './figures.ts';
import styles from './Trade.module.css';
import { t } from '../words/words.ts';
import { locale } from '../words/own.ts';

/** Told apart by lightness as well as by hue. */
const series = [
  { name: 'reported', label: t('As reported'), color: 'orange.5' },
  { name: 'corrected', label: t('As corrected'), color: 'river.8' },
] as const;

const short = new Intl.NumberFormat(locale, { notation: 'compact' });

interface ChartProps {
  readonly points: readonly TradePoint[];
  readonly figure: TradeFigure;
  readonly corrected: number;
}

const TradeChart = ({ points, figure, corrected }: ChartProps) => (
  <>
    <ul className={styles.legend} aria-hidden>
      {series.map(({ name, label, color }) => (
        <li
          key={name}
          style={{ '--series': `var(--mantine-color-${color.replace('.', '-')})` } as CSSProperties}
        >
          {label}
        </li>
      ))}
    </ul>
    <div
      role="img"
      aria-label={t(
        'Bar chart: {figureWords} on {points} days, as reported and as corrected, which differ on {corrected}. The table has the figures.',
        { figureWords: figureWords[figure], points: points.length, corrected },
      )}
    >
      <BarChart
        className={styles.chart}
        data={points.map(({ date, ...values }) => ({ day: formatBusinessDate(date), ...values }))}
        dataKey="day"
        series={[...series]}
        gridAxis="x"
        tickLine="none"
        withLegend={false}
        valueFormatter={(value) => short.format(value)}
        xAxisProps={{ minTickGap: 32 }}
        yAxisProps={{ width: 44 }}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false, barCategoryGap: '16%' }}
      />
    </div>
  </>
);

export default TradeChart;
