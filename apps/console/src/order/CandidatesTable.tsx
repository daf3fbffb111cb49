import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { Candidate, Decision, Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { FirstOf } from '../look/FirstOf.tsx';
import { Mark } from '../look/Mark.tsx';
import { Table } from '../look/Table.tsx';
import { wordsOf } from '../orders/status.ts';
import styles from './OrderRoom.module.css';
import { type Seen, columnOf, distanceNote, isMatrix, linesLookedAt, seenOf } from './seen.ts';
import { called, rich, t, within } from '../words/words.ts';
import { locale } from '../words/own.ts';

const tones = {
  chosen: 'green',
  tied: 'gray',
  costlier: 'gray',
  incomplete: 'gray',
  excluded: 'orange',
} as const;
const rank = { chosen: 0, tied: 1, costlier: 2, incomplete: 3, excluded: 4 } as const;

const kilometres = (distance: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 }).format(
    distance,
  );

const Saw = ({ of }: { readonly of: Seen | undefined }) =>
  of === undefined ? (
    '–'
  ) : (
    <Link to={of.to} className={styles.seen} aria-label={`${of.text}, ${of.item}`}>
      {of.isShort ? <Mark tone="orange">{of.text}</Mark> : of.text}
    </Link>
  );

interface RowsProps {
  readonly candidates: readonly Candidate[];
  readonly order: Order;
  readonly decision: Decision;
}

/** All that a location had, item by item. */
const SawAll = ({ of, lines, order, decision: { decidedAt } }: SawAllProps) => (
  <FirstOf items={lines.flatMap((line) => seenOf(of, line, { order, decidedAt }) ?? [])} most={12}>
    {(seen) => (
      <span key={seen.lineId}>
        {seen.item}: <Saw of={seen} />
      </span>
    )}
  </FirstOf>
);

interface SawAllProps extends Pick<RowsProps, 'order' | 'decision'> {
  readonly of: Candidate;
  readonly lines: ReturnType<typeof linesLookedAt>;
}

const kilometresOf = ({ distanceKm }: Candidate): string =>
  distanceKm === undefined ? '–' : kilometres(distanceKm);

/** What the plan costs that a location serves in, or would cost with it alone. */
const planCostOf = (
  { verdict, planCost }: Candidate,
  { cost: { total, currency } }: Decision,
): string | undefined => {
  const minor = verdict === 'chosen' ? total : planCost;
  return minor === undefined ? undefined : formatMoney(minor, currency);
};

/** Why it lost; of one that has everything, by what it would cost alone. */
const whyLost = (
  { verdict, reason, planCost }: Candidate,
  { cost: { currency } }: Decision,
): string | undefined => {
  const amount = planCost === undefined ? undefined : formatMoney(planCost, currency);
  if (amount !== undefined && verdict === 'costlier') return t('Would cost {amount} alone', { amount });
  if (amount !== undefined && verdict === 'tied') return t('Would cost the same alone, {amount}', { amount });
  return reason && wordsOf(reason);
};

/** Location by line, where the lines are few enough to stand side by side. */
const Rows = ({ candidates, order, decision }: RowsProps) => {
  const nameOf = useLocationName();
  const lines = linesLookedAt(decision);
  const isByLine = isMatrix(lines);
  const columns = isByLine
    ? lines.map((line) => ({ label: columnOf(line, lines, order), numeric: true }))
    : [{ label: t('Stock it saw') }];
  return (
    <Table
      caption={t('Locations considered in attempt {attempt}, with the stock that was seen there', {
        attempt: decision.attempt,
      })}
      head={[
        { label: t('Location') },
        { label: t('Verdict') },
        ...columns,
        { label: t('Distance'), numeric: true },
        { label: t('Plan costs'), numeric: true },
        { label: t('Why') },
      ]}
    >
      {candidates.map((candidate) => (
        <tr key={candidate.location}>
          <th scope="row">{nameOf(candidate.location)}</th>
          <td>
            <Mark tone={tones[candidate.verdict]}>{wordsOf(candidate.verdict)}</Mark>
          </td>
          {isByLine ? (
            lines.map((line) => (
              <td key={line.lineId} className="numeric nowrap">
                <Saw of={seenOf(candidate, line, { order, decidedAt: decision.decidedAt })} />
              </td>
            ))
          ) : (
            <td>
              <div className={styles.parts}>
                <SawAll of={candidate} lines={lines} order={order} decision={decision} />
              </div>
            </td>
          )}
          <td className="numeric nowrap">{kilometresOf(candidate)}</td>
          <td className="numeric nowrap">{planCostOf(candidate, decision) ?? '–'}</td>
          <td>{whyLost(candidate, decision) ?? '–'}</td>
        </tr>
      ))}
    </Table>
  );
};

const PlanCost = ({ of, decision }: { readonly of: Candidate; readonly decision: Decision }) => {
  const cost = planCostOf(of, decision);
  return cost === undefined ? null : <span>{t('plan costs {cost}', { cost })}</span>;
};

const Cards = ({ candidates, order, decision }: RowsProps) => {
  const nameOf = useLocationName();
  const lines = linesLookedAt(decision);
  return (
    <ul
      className={styles.list}
      aria-label={t('Locations considered in attempt {attempt}', { attempt: decision.attempt })}
    >
      {candidates.map((candidate) => (
        <li key={candidate.location}>
          <div className={styles.between}>
            <span className={styles.name}>{nameOf(candidate.location)}</span>
            <Mark tone={tones[candidate.verdict]}>{wordsOf(candidate.verdict)}</Mark>
          </div>
          {candidate.reason !== undefined && <div>{whyLost(candidate, decision)}</div>}
          <div className={styles.parts}>
            {candidate.distanceKm !== undefined && <span>{kilometres(candidate.distanceKm)}</span>}
            <PlanCost of={candidate} decision={decision} />
            <SawAll of={candidate} lines={lines} order={order} decision={decision} />
          </div>
        </li>
      ))}
    </ul>
  );
};

/** How many locations lost for which reason, beside those that are shown. */
const Others = ({ others }: { readonly others: NonNullable<Decision['others']> }) => (
  <ul className={styles.list} aria-label={t('Locations that are not shown')}>
    {others.map(({ verdict, reason, locations }) => (
      <li key={`${verdict} ${reason}`}>
        {rich('{locations} more {span}', {
          locations,
          span: (
            <span className="quiet">
              · {within(wordsOf(verdict))} · {called(reason)}
            </span>
          ),
        })}
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
  const note = distanceNote(decision);
  return (
    <div className={styles.candidates}>
      <View candidates={candidates} order={order} decision={decision} />
      {decision.others !== undefined && <Others others={decision.others} />}
      {note !== undefined && <p className={styles.empty}>{note}</p>}
    </div>
  );
};
