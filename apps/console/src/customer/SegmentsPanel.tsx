import { reasonText } from '@tributary/client';
import { useQuery } from '@tanstack/react-query';
import { type CustomerSegments, type SegmentStanding, readCustomerSegments } from '../api/customers.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { SegmentName } from '../segments/SegmentName.tsx';
import styles from './Customer.module.css';
import { rich, t } from '../words/words.ts';

const days = (count: number): string => t('{count, plural, one {1 day} other {{count} days}}', { count });

/** Recency, frequency and value as one line, each with what it was scored by. */
const scoresText = ({ recency, frequency, monetary }: NonNullable<CustomerSegments['rfm']>): string =>
  [
    t('recency {score} ({days} ago)', { score: recency.score, days: days(recency.days) }),
    t('frequency {score} ({orders, plural, one {1 order} other {{orders} orders}})', {
      score: frequency.score,
      orders: frequency.orders,
    }),
    t('value {score} ({value})', {
      score: monetary.score,
      value: formatMoney(monetary.value, monetary.currency),
    }),
  ].join(', ');

const Standing = ({ of: { segmentId, name, why } }: { readonly of: SegmentStanding }) => (
  <li>
    <span>
      <span className={styles.name}>
        <SegmentName segmentId={segmentId} name={name} />
      </span>
      {why
        .map((reason) => reasonText(reason, formatMoney))
        .map((text) => (
          <span key={text} className="quiet">
            <br />
            {text}
          </span>
        ))}
    </span>
  </li>
);

const Standings = ({ of }: { readonly of: readonly SegmentStanding[] }) => (
  <ul className={styles.list}>
    {of.map((standing) => (
      <Standing key={standing.segmentId} of={standing} />
    ))}
  </ul>
);

/** In which segments they are and why, and why not in the others; nothing where none are defined. */
export const SegmentsPanel = ({ idOrEmail }: { readonly idOrEmail: string }) => {
  const { data } = useQuery({
    queryKey: ['customer-segments', idOrEmail],
    queryFn: ({ signal }) => readCustomerSegments(idOrEmail, signal),
  });
  if (!data || (data.segments.length === 0 && !data.rfm)) return null;
  const [isIn, others] = [
    data.segments.filter((segment) => segment.isIn),
    data.segments.filter((segment) => !segment.isIn),
  ];
  return (
    <Panel title={t('Segments')} aside={isIn.length} flush>
      {data.rfm && (
        <p className={styles.scores}>
          {rich('Scores of 5: {span}', { span: <span className="quiet">{scoresText(data.rfm)}</span> })}
        </p>
      )}
      {isIn.length > 0 && <Standings of={isIn} />}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>
            {t('Not in {others, plural, one {one other} other {{others} others}}', { others: others.length })}
          </summary>
          <Standings of={others} />
        </details>
      )}
    </Panel>
  );
};
