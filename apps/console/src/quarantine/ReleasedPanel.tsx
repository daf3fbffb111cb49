import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InboxMessage } from '../api/inbox.ts';
import { readTrace } from '../api/trace.ts';
import { Moment } from '../figures/Moment.tsx';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import { Actor } from '../people/Actor.tsx';
import { About } from '../trace/About.tsx';
import { tracePath } from '../trace/tracePath.ts';
import { placeOf } from './mend.ts';
import styles from './Quarantine.module.css';
import { t } from '../words/words.ts';

type Released = NonNullable<InboxMessage['released']>;

/** What the message was about, and all that followed from it. */
const WhereItWent = ({ eventId }: { readonly eventId: string }) => {
  const trace = useQuery({
    queryKey: ['trace', eventId],
    queryFn: ({ signal }) => readTrace({ eventId }, signal),
    retry: 3,
  });
  const node = trace.data?.nodes.find(({ id }) => id === eventId);
  return (
    <span className={styles.went}>
      {node && <About {...node} />}
      <Link to={tracePath({ eventId })}>{t('All that followed')}</Link>
    </span>
  );
};

const Corrections = ({ of }: { readonly of: NonNullable<Released['corrections']> }) => (
  <ul className={styles.corrections} aria-label={t('What was corrected')}>
    {of.map(({ pointer, before, after }) => (
      <li key={pointer}>
        <span title={pointer}>{placeOf(pointer)}</span>
        <span className={styles.change}>
          {before === undefined ? (
            <span className="quiet">{t('nothing')}</span>
          ) : (
            <del>
              <span className="visually-hidden">{t('Before:')} </span>
              {before}
            </del>
          )}
          <span aria-hidden="true">→</span>
          {after === undefined ? (
            <span className="quiet">{t('left out')}</span>
          ) : (
            <ins>
              <span className="visually-hidden">{t('Now:')} </span>
              {after}
            </ins>
          )}
        </span>
      </li>
    ))}
  </ul>
);

/** Who sent a message on its way and when, what they corrected in it, and where it went. */
export const ReleasedPanel = ({ released }: { readonly released: Released }) => {
  const { by, at, eventId, reason, corrections } = released;
  return (
    <Panel title={t('Released')}>
      <div className={styles.stack}>
        <Facts
          facts={[
            [t('Released'), <Moment key="at" at={at} />],
            [t('By'), by && <Actor key="by" of={by} />],
            [t('Because'), reason],
            [t('Where it went'), <WhereItWent key="went" eventId={eventId} />],
          ]}
        />
        {corrections === undefined ? (
          <p className="quiet">{t('Nothing was corrected in it.')}</p>
        ) : (
          <Corrections of={corrections} />
        )}
      </div>
    </Panel>
  );
};
