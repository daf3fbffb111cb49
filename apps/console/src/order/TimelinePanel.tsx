import { Link } from 'react-router';
import type { TimelineEntry } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { recordedLaterOnce } from '../figures/time.ts';
import { Answer } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Panel } from '../look/Panel.tsx';
import roomStyles from './OrderRoom.module.css';
import styles from './TimelinePanel.module.css';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import { useTimeline } from './useOrder.ts';

interface Shown {
  readonly entry: TimelineEntry;
  /** How much later it was recorded, where that is worth saying. */
  readonly later: string | undefined;
}

const Recorded = ({ entry, later }: Shown) =>
  later === undefined ? null : (
    <span className={styles.late}>
      recorded {later}, <Moment at={entry.recordedAt} />
    </span>
  );

const CameFrom = ({ entry: { eventId, summary } }: Pick<Shown, 'entry'>) =>
  useMayTrace() ? (
    <Link to={tracePath({ eventId })} aria-label={`Where this came from: ${summary}`}>
      Where this came from
    </Link>
  ) : null;

const Entry = ({ entry, later }: Shown) => (
  <li className={styles.entry}>
    <div className={styles.summary}>{entry.summary}</div>
    <div className={styles.meta}>
      <Moment at={entry.at} />
      <Recorded entry={entry} later={later} />
      <span>{entry.source}</span>
      {entry.actor !== undefined && <span>by {entry.actor}</span>}
      {entry.submittedBy !== undefined && <span>as {entry.submittedBy} says</span>}
      <CameFrom entry={entry} />
    </div>
    <details className={styles.raw}>
      <summary>
        <code>{entry.type}</code> · version {entry.version}
      </summary>
      <pre tabIndex={0} aria-label={`Data of ${entry.type}`}>
        {JSON.stringify(entry.data, null, 2)}
      </pre>
      <p className="quiet">
        Event <code>{entry.eventId}</code>
      </p>
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

/** What happened, oldest first, each with the time it happened and, where it came late, the time we learned of it. */
export const TimelinePanel = ({ orderId }: { readonly orderId: string }) => {
  const timeline = useTimeline(orderId);
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title="Timeline" aside={timeline.hasNextPage ? `first ${items.length}` : items.length} flush>
      <Answer of={timeline}>
        {() =>
          items.length === 0 ? (
            <p className={roomStyles.empty}>Nothing is recorded yet.</p>
          ) : (
            <>
              <Entries items={items} />
              <LoadMore of={timeline} />
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
