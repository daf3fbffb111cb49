import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { recordedLaterOnce } from '../figures/time.ts';
import { Answer } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import { ActedBy } from '../people/ActedBy.tsx';
import roomStyles from './OrderRoom.module.css';
import styles from './TimelinePanel.module.css';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import { useTimeline } from './useOrder.ts';
import { rich, t } from '../words/words.ts';

interface Shown {
  readonly entry: TimelineEntry;
  /** How much later it was recorded, where that is worth saying. */
  readonly later: string | undefined;
}

const Recorded = ({ entry, later }: Shown) =>
  later === undefined ? null : (
    <span className={styles.late}>
      {rich('recorded {later}, {moment}', { later, moment: <Moment at={entry.recordedAt} /> })}
    </span>
  );

const CameFrom = ({ entry: { eventId, summary } }: Pick<Shown, 'entry'>) =>
  useMayTrace() ? (
    <Link to={tracePath({ eventId })} aria-label={t('Where this came from: {summary}', { summary })}>
      {t('Where this came from')}
    </Link>
  ) : null;

const Entry = ({ entry, later }: Shown) => (
  <li className={styles.entry}>
    <div className={styles.summary}>{entry.summary}</div>
    <div className={styles.meta}>
      <Moment at={entry.at} />
      <Recorded entry={entry} later={later} />
      <span>{entry.source}</span>
      <ActedBy {...entry} />
      {entry.leftOutBy !== undefined && (
        <span>{t('left out by the rule {leftOutBy}', { leftOutBy: entry.leftOutBy })}</span>
      )}
      <CameFrom entry={entry} />
    </div>
    <details className={styles.raw}>
      <summary>
        {rich('{code} · version {version}', { code: <code>{entry.type}</code>, version: entry.version })}
      </summary>
      <pre tabIndex={0} aria-label={t('Data of {type}', { type: entry.type })}>
        {JSON.stringify(entry.data, null, 2)}
      </pre>
      <p className="quiet">{rich('Event {code}', { code: <code>{entry.eventId}</code> })}</p>
    </details>
  </li>
);

const Entries = ({ items }: { readonly items: readonly TimelineEntry[] }) => {
  const later = recordedLaterOnce(items);
  return (
    <ol className={styles.timeline}>
      {items.map((entry, index) => (
        <Entry key={entry.eventId} entry={entry} later={later[index]} />
      ))}
    </ol>
  );
};

interface LeftOutProps {
  readonly count: number;
  /** There may be more in parts that are not loaded yet. */
  readonly isPart: boolean;
  readonly all: boolean;
  readonly showAll: (all: boolean) => void;
}

/** How many steps the timeline leaves out, and the way to see them; it stays while they load, and keeps the focus. */
const LeftOut = ({ count, isPart, all, showAll }: LeftOutProps) => (
  <div className={styles.leftOut}>
    <span role="status">
      {all
        ? t('All steps are shown')
        : t('{count} {count, plural, one {step} other {steps}} left out{isPart}', {
            count,
            isPart: isPart ? t(' so far') : '',
          })}
    </span>
    <span aria-hidden="true">·</span>
    <Button size="compact-xs" variant="subtle" onClick={() => showAll(!all)}>
      {all ? t('Leave out again') : t('Show all')}
    </Button>
  </div>
);

/** What happened, oldest first, each with the time it happened and, where it came late, the time we learned of it. */
export const TimelinePanel = ({ orderId }: { readonly orderId: string }) => {
  const [all, showAll] = useState(false);
  const timeline = useTimeline(orderId, all);
  const pages = timeline.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const leftOut = pages.reduce((sum, page) => sum + page.leftOut, 0);
  const { hasNextPage } = timeline;
  return (
    <Panel
      title={t('Timeline')}
      aside={hasNextPage ? t('first {items}', { items: items.length }) : items.length}
      flush
    >
      {(all || leftOut > 0) && <LeftOut count={leftOut} isPart={hasNextPage} all={all} showAll={showAll} />}
      <Answer of={timeline}>
        {() => (
          <>
            {items.length === 0 && leftOut === 0 && (
              <p className={roomStyles.empty}>{t('Nothing is recorded yet.')}</p>
            )}
            {items.length > 0 && <Entries items={items} />}
            <LoadMore of={timeline} />
          </>
        )}
      </Answer>
    </Panel>
  );
};
