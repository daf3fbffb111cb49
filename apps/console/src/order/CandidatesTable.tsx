import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { Candidate, Decision, Order } from '../api/order.ts';
import { Mark } from '../look/Mark.tsx';
import { Table } from '../look/Table.tsx';
import { wordsOf } from '../orders/status.ts';
import { positionPath } from '../stock/stockPath.ts';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';

const tones = { chosen: 'green', costlier: 'gray', excluded: 'orange' } as const;
const rank = { chosen: 0, costlier: 1, excluded: 2 } as const;

const kilometres = (distance: number): string =>
  new Intl.NumberFormat(undefined, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 }).format(
    distance,
  );

interface Seen {
  readonly text: string;
  /** Where that stock is shown as it was known when it was decided; left out where the line is gone. */
  readonly to?: string;
}

/** The stock it saw: a bare figure when the order has one line, else each with its item. */
const stockOf = ({ stock, location }: Candidate, order: Order, decidedAt: string): readonly Seen[] =>
  Object.entries(stock ?? {}).map(([lineId, units]) => {
    const sku = order.lines.find((line) => line.lineId === lineId)?.sku;
    return {
      text:
        order.lines.length === 1 ? String(units) : `${units} × ${itemName(order, { lineId, sku: lineId })}`,
      ...(sku !== undefined && { to: positionPath({ sku, location }, { knownAt: decidedAt }) }),
    };
  });

const Saw = ({ of: { text, to } }: { readonly of: Seen }) =>
  to === undefined ? (
    text
  ) : (
    <Link to={to} className={styles.seen}>
      {text}
    </Link>
  );

interface RowsProps {
  readonly candidates: readonly Candidate[];
  readonly order: Order;
  readonly decision: Decision;
}

const Rows = ({ candidates, order, decision: { attempt, decidedAt } }: RowsProps) => {
  const nameOf = useLocationName();
  return (
    <Table
      caption={`Locations considered in attempt ${attempt}`}
      head={[
        { label: 'Location' },
        { label: 'Verdict' },
        { label: 'Why' },
        { label: 'Distance', numeric: true },
        { label: 'Stock it saw' },
      ]}
    >
      {candidates.map((candidate) => (
        <tr key={candidate.location}>
          <th scope="row">{nameOf(candidate.location)}</th>
          <td>
            <Mark tone={tones[candidate.verdict]}>{wordsOf(candidate.verdict)}</Mark>
          </td>
          <td>{candidate.reason === undefined ? '–' : wordsOf(candidate.reason)}</td>
          <td className="numeric nowrap">
            {candidate.distanceKm === undefined ? '–' : kilometres(candidate.distanceKm)}
          </td>
          <td>
            {candidate.stock === undefined && '–'}
            {stockOf(candidate, order, decidedAt).map((seen) => (
              <div key={seen.text}>
                <Saw of={seen} />
              </div>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const Cards = ({ candidates, order, decision: { attempt, decidedAt } }: RowsProps) => {
  const nameOf = useLocationName();
  return (
    <ul className={styles.list} aria-label={`Locations considered in attempt ${attempt}`}>
      {candidates.map((candidate) => (
        <li key={candidate.location}>
          <div className={styles.between}>
            <span className={styles.name}>{nameOf(candidate.location)}</span>
            <Mark tone={tones[candidate.verdict]}>{wordsOf(candidate.verdict)}</Mark>
          </div>
          {candidate.reason !== undefined && <div>{wordsOf(candidate.reason)}</div>}
          <div className={styles.parts}>
            {candidate.distanceKm !== undefined && <span>{kilometres(candidate.distanceKm)}</span>}
            {stockOf(candidate, order, decidedAt).map((seen) => (
              <span key={seen.text}>
                <Saw of={seen} />
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
};

/** How many locations lost for which reason, beside those that are shown. */
const Others = ({ others }: { readonly others: NonNullable<Decision['others']> }) => (
  <ul className={styles.list} aria-label="Locations that are not shown">
    {others.map(({ verdict, reason, locations }) => (
      <li key={`${verdict} ${reason}`}>
        {locations} more{' '}
        <span className="quiet">
          · {wordsOf(verdict).toLowerCase()} · {reason}
        </span>
      </li>
    ))}
  </ul>
);

/** The locations that matter to a decision, what it saw there, and why they lost; the chosen ones first. */
export const CandidatesTable = ({
  decision,
  order,
}: {
  readonly decision: Decision;
  readonly order: Order;
}) => {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const candidates = decision.candidates.toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
  const View = narrow ? Cards : Rows;
  return (
    <div className={styles.candidates}>
      <View candidates={candidates} order={order} decision={decision} />
      {decision.others !== undefined && <Others others={decision.others} />}
    </div>
  );
};
