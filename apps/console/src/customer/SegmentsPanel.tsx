import { reasonText } from '@tributary/client';
import { useQuery } from '@tanstack/react-query';
import { type CustomerSegments, type SegmentStanding, readCustomerSegments } from '../api/customers.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { SegmentName } from '../segments/SegmentName.tsx';
import styles from './Customer.module.css';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** Recency, frequency and value as one line, each with what it was scored by. */
const scoresText = ({ recency, frequency, monetary }: NonNullable<CustomerSegments['rfm']>): string =>
  [
    `recency ${recency.score} (${days(recency.days)} ago)`,
    `frequency ${frequency.score} (${frequency.orders === 1 ? '1 order' : `${frequency.orders} orders`})`,
    `value ${monetary.score} (${formatMoney(monetary.value, monetary.currency)})`,
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
    <Panel title="Segments" aside={isIn.length} flush>
      {data.rfm && (
        <p className={styles.scores}>
          Scores of 5: <span className="quiet">{scoresText(data.rfm)}</span>
        </p>
      )}
      {isIn.length > 0 && <Standings of={isIn} />}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>Not in {others.length === 1 ? 'one other' : `${others.length} others`}</summary>
          <Standings of={others} />
        </details>
      )}
    </Panel>
  );
};
