import { SegmentedControl } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { MinuteOfOrders } from '../api/running.ts';
import { formatClock, zoneName } from '../figures/time.ts';
import { Answer, Empty, Loading } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { Table } from '../look/Table.tsx';
import { channelsOf, ordersIn } from './counting.ts';
import styles from './Overview.module.css';
import { lookBack, useOrdersPerMinute } from './useOverview.ts';
import { t } from '../words/words.ts';
import { part } from '../reach/part.ts';

// The charting library is large, and only this panel needs it.
const OrdersPerMinuteChart = part(() => import('./OrdersPerMinuteChart.tsx'));

interface SeriesProps {
  readonly minutes: readonly MinuteOfOrders[];
  readonly channels: readonly string[];
}

const MinutesTable = ({ minutes, channels }: SeriesProps) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Orders a minute, table')}>
    <Table
      caption={t('Orders a minute by channel, last {lookBack} minutes, latest first', { lookBack })}
      head={[
        { label: t('Minute ({toISOString})', { toISOString: zoneName(new Date().toISOString()) }) },
        ...channels.map((channel) => ({ label: channel, numeric: true })),
        { label: t('All'), numeric: true },
      ]}
    >
      {minutes.toReversed().map((row) => (
        <tr key={row.minute}>
          <th scope="row">{formatClock(row.minute)}</th>
          {channels.map((channel) => (
            <td key={channel} className="numeric">
              {row.channels[channel] ?? 0}
            </td>
          ))}
          <td className="numeric">{ordersIn(row)}</td>
        </tr>
      ))}
    </Table>
  </div>
);

const Series = ({
  view,
  minutes,
}: {
  readonly view: string;
  readonly minutes: readonly MinuteOfOrders[];
}) => {
  const channels = channelsOf(minutes);
  if (channels.length === 0)
    return <Empty title={t('No order in the last {lookBack} minutes', { lookBack })} />;
  if (view === 'table') return <MinutesTable minutes={minutes} channels={channels} />;
  return (
    <Suspense fallback={<Loading rows={6} />}>
      <OrdersPerMinuteChart minutes={minutes} channels={channels} />
    </Suspense>
  );
};

export const OrdersPerMinutePanel = () => {
  const answer = useOrdersPerMinute();
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
    <Panel title={t('Orders a minute by channel')} aside={choice} flush={view === 'table'}>
      <Answer of={answer} rows={6}>
        {({ minutes }) => <Series view={view} minutes={minutes} />}
      </Answer>
    </Panel>
  );
};
