import { Link } from 'react-router';
import type { OrderResult } from '../api/queues.ts';
import items from '../look/Items.module.css';
import { Mark, type Tone } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { orderPath } from '../orders/summary.ts';
import type { Outcome } from './useQueues.ts';
import { t } from '../words/words.ts';

const done = { release: t('Released'), hold: t('Held'), cancel: t('Cancelled') } as const;
const tones: Readonly<Record<OrderResult['outcome'], Tone>> = {
  done: 'green',
  'nothing-to-do': 'gray',
  refused: 'red',
  unknown: 'orange',
};
const words = {
  'nothing-to-do': t('Nothing to do'),
  refused: t('Refused'),
  unknown: t('Not known, ask again'),
};

/** Said aloud: how many of how many. */
export const sumOf = ({ wish, results }: Outcome): string => {
  const count = results.filter(({ outcome }) => outcome === 'done').length;
  return t('{done}: {count} of {results}.', { done: done[wish.action], count, results: results.length });
};

/** What came of a command, order by order. */
export const Outcomes = ({ of }: { readonly of: Outcome }) => (
  <Panel title={t('What came of it')} aside={sumOf(of)} flush>
    <ul>
      {of.results.map((result) => (
        <li key={result.orderId} className={items.item}>
          <div className={items.between}>
            <Link to={orderPath(result.orderId)} className={items.name}>
              {of.orders.find(({ orderId }) => orderId === result.orderId)?.number ?? result.orderId}
            </Link>
            <Mark tone={tones[result.outcome]}>
              {result.outcome === 'done' ? done[of.wish.action] : words[result.outcome]}
            </Mark>
          </div>
          {result.outcome !== 'done' && <p className="quiet">{result.detail}</p>}
        </li>
      ))}
    </ul>
  </Panel>
);
