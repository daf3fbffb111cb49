import { useLocationName } from '../api/locations.ts';
import type { Decision, Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer } from '../look/Answer.tsx';
import { FirstOf } from '../look/FirstOf.tsx';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { wordsOf } from '../orders/status.ts';
import { CandidatesTable } from './CandidatesTable.tsx';
import { Parts } from './FulfilmentsPanel.tsx';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';
import { whyNotDecided } from './whyNone.ts';
import { useDecisions } from './useOrder.ts';
import { t, within } from '../words/words.ts';

const costText = ({ cost }: Decision): string | undefined => {
  if (cost === undefined) return undefined;
  const parts = [
    [t('packages'), cost.packages],
    [t('handling'), cost.units],
    [t('distance'), cost.distance],
  ] as const;
  const told = parts.flatMap(([name, amount]) =>
    amount === undefined ? [] : `${name} ${formatMoney(amount, cost.currency)}`,
  );
  return t('Cost {total}{told}', {
    total: formatMoney(cost.total, cost.currency),
    told: told.length > 0 ? ` (${told.join(', ')})` : '',
  });
};

const Outcome = ({ decision, order }: { readonly decision: Decision; readonly order: Order }) => {
  const nameOf = useLocationName();
  return (
    <>
      {decision.fulfilments.map(({ fulfilmentId, location, method, lines }) => (
        <div key={fulfilmentId} className={styles.between}>
          <span>
            {nameOf(location)} <span className="quiet">· {wordsOf(method)}</span>
          </span>
          <Parts lines={lines} order={order} />
        </div>
      ))}
      <FirstOf items={decision.unsourced} most={12}>
        {(line) => (
          <div key={line.lineId} className={styles.between}>
            <Mark tone="orange">{t('Not sourced')}</Mark>
            <span className="quiet">
              {line.quantity} × {itemName(order, line)} – {within(wordsOf(line.reason))}
            </span>
          </div>
        )}
      </FirstOf>
    </>
  );
};

const consideredIn = ({ candidates, others = [] }: Decision): number =>
  others.reduce((sum, { locations }) => sum + locations, candidates.length);

interface DecisionItemProps {
  readonly decision: Decision;
  readonly order: Order;
}

const DecisionItem = ({ decision, order }: DecisionItemProps) => (
  <li>
    <div className={styles.between}>
      <span>
        <span className={styles.name}>{wordsOf(decision.outcome)}</span>{' '}
        <span className="quiet">
          {t('· attempt {attempt} · {cause}', {
            attempt: decision.attempt,
            cause: within(wordsOf(decision.cause)),
          })}
        </span>
      </span>
      <span className="quiet">
        <Moment at={decision.decidedAt} />
      </span>
    </div>
    <Outcome decision={decision} order={order} />
    <div className={styles.parts}>
      <span>
        {t('Rule set {ruleSetId}, version {version}', {
          ruleSetId: decision.ruleSet.ruleSetId,
          version: decision.ruleSet.version,
        })}
      </span>
      <span>{costText(decision)}</span>
    </div>
    {decision.candidates.length > 0 && (
      <details className={styles.considered}>
        <summary>
          {t('{decision, plural, one {1 location} other {{decision} locations}} considered', {
            decision: consideredIn(decision),
          })}
        </summary>
        <CandidatesTable decision={decision} order={order} />
      </details>
    )}
  </li>
);

/** Why each location serves this order, or does not; the latest decision first. */
export const DecisionsPanel = ({ order }: { readonly order: Order }) => {
  const decisions = useDecisions(order.orderId);
  return (
    <Panel title={t('Sourcing decisions')} aside={decisions.data?.length} flush>
      <Answer of={decisions}>
        {(items) =>
          items.length === 0 ? (
            <p className={styles.empty}>{whyNotDecided(order)}</p>
          ) : (
            <ol className={styles.list}>
              {items.toReversed().map((decision) => (
                <DecisionItem key={decision.decisionId} decision={decision} order={order} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Panel>
  );
};
