import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import type { CSSProperties } from 'react';
import type { MinuteOfOrders } from '../api/running.ts';
import { formatClock } from '../figures/time.ts';
import { ordersIn } from './counting.ts';
import styles from './Overview.module.css';
import { t } from '../words/words.ts';

/** Told apart by lightness as well as by hue; a seventh channel and more share the last. */
const palette = ['river.8', 'orange.5', 'indigo.5', 'lime.6', 'grape.5', 'gray.5'] as const;
const colorAt = (index: number) => palette[Math.min(index, palette.length - 1)] ?? 'gray.5';

interface ChartProps {
  readonly minutes: readonly MinuteOfOrders[];
  readonly channels: readonly string[];
}

const describe = ({ minutes, channels }: ChartProps): string => {
  const counts = minutes.map(ordersIn);
  const all = counts.reduce((sum, orders) => sum + orders, 0);
  return t(
    'Bar chart: {all} orders in {minutes} minutes over {channels}; at most {max} in one minute. The table has the figures.',
    { all, minutes: minutes.length, channels: channels.join(', '), max: Math.max(0, ...counts) },
  );
};

const OrdersPerMinuteChart = ({ minutes, channels }: ChartProps) => (
  <>
    <ul className={styles.legend} aria-hidden>
      {channels.map((channel, index) => (
        <li
          key={channel}
          style={{ '--series': `var(--mantine-color-${colorAt(index).replace('.', '-')})` } as CSSProperties}
        >
          {channel}
        </li>
      ))}
    </ul>
    <div role="img" aria-label={describe({ minutes, channels })}>
      <BarChart
        className={styles.chart}
        type="stacked"
        data={minutes.map(({ minute, channels: orders }) => ({ minute: formatClock(minute), ...orders }))}
        dataKey="minute"
        series={channels.map((name, index) => ({ name, color: colorAt(index) }))}
        gridAxis="x"
        tickLine="none"
        withLegend={false}
        xAxisProps={{ minTickGap: 32 }}
        yAxisProps={{ width: 32, allowDecimals: false }}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false, barCategoryGap: '12%' }}
      />
    </div>
  </>
);

export default OrdersPerMinuteChart;
