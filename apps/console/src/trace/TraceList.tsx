import { Link } from 'react-router';
import { Moment } from '../figures/Moment.tsx';
import { Tag } from '../look/Mark.tsx';
import { ActedBy } from '../people/ActedBy.tsx';
import { About } from './About.tsx';
import { type Branch, systemOf } from './laid.ts';
import styles from './Trace.module.css';
import { anchorOf } from './TracePicture.tsx';
import { tracePath } from './tracePath.ts';
import { called, t } from '../words/words.ts';

const Thing = ({
  branch: { node, number, follows },
  isAsked,
}: {
  readonly branch: Branch;
  readonly isAsked: boolean;
}) => (
  <div
    id={anchorOf(number)}
    className={styles.told}
    data-asked={isAsked || undefined}
    aria-current={isAsked || undefined}
    tabIndex={-1}
  >
    <div className={styles.summary}>
      <span className={styles.number}>{number}</span> {called(node.summary)}{' '}
      {follows && <Tag>{t('goes on')}</Tag>}
      {isAsked && <Tag>{t('opened from here')}</Tag>}
    </div>
    <div className={styles.meta}>
      <Moment at={node.at} />
      <span>{systemOf(node)}</span>
      {/* Facts carry on who acted at their cause: it is said once. */}
      {node.kind !== 'fact' && <ActedBy {...node} />}
      <About {...node} />
      {node.kind !== 'command' && !isAsked && (
        <Link
          to={tracePath({ eventId: node.id })}
          aria-label={t('From here: {number}, {summary}', { number, summary: called(node.summary) })}
        >
          {t('From here')}
        </Link>
      )}
    </div>
  </div>
);

interface TraceListProps {
  readonly branches: readonly Branch[];
  readonly asked: string | undefined;
}

/** What led to something stands above it. A chain goes straight down; where it forks, each branch is set in. */
export const TraceList = ({ branches, asked }: TraceListProps) => (
  <ol className={branches.length > 1 ? styles.forked : styles.chain}>
    {branches.map((branch) => (
      <li key={branch.node.id}>
        <Thing branch={branch} isAsked={branch.node.id === asked} />
        {branch.branches.length > 0 && <TraceList branches={branch.branches} asked={asked} />}
      </li>
    ))}
  </ol>
);
