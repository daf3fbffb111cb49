import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { InboxMessage } from '../api/inbox.ts';
import { Moment } from '../figures/Moment.tsx';
import items from '../look/Items.module.css';
import { Tag } from '../look/Mark.tsx';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import styles from './Admin.module.css';
import { letterName } from './letterName.ts';
import { rich, t } from '../words/words.ts';

interface DeadLetterProps {
  readonly letter: InboxMessage;
  readonly chosen?: boolean;
  /** Left out for those who may do nothing with it. */
  readonly choose?: (chosen: boolean) => void;
}

/** A message that its group gave up on: what it is, whose, why, and since when. */
export const DeadLetter = ({ letter, chosen = false, choose }: DeadLetterProps) => {
  const mayTrace = useMayTrace();
  const { parked, reason, receivedAt } = letter;
  const name = letterName(letter);
  return (
    <li className={`${items.item} ${styles.letter}`}>
      {choose && (
        <Checkbox
          size="xs"
          aria-label={t('Choose {name}, {group}', { name, group: parked?.group ?? '' })}
          checked={chosen}
          onChange={({ currentTarget: { checked } }) => choose(checked)}
        />
      )}
      <div className={styles.told}>
        <div className={items.between}>
          <span className={items.name}>{name}</span>
          {parked && <Tag>{parked.group}</Tag>}
        </div>
        <p className={styles.error}>{reason}</p>
        <div className={`${items.between} quiet`}>
          {parked && mayTrace ? (
            <Link to={tracePath({ eventId: parked.eventId })}>{t('Where it came from')}</Link>
          ) : (
            <span />
          )}
          <span>{rich('given up {moment}', { moment: <Moment at={receivedAt} /> })}</span>
        </div>
      </div>
    </li>
  );
};
