import items from '../look/Items.module.css';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './Admin.module.css';
import { letterName } from './letterName.ts';
import type { Handed } from './useDeadLetters.ts';
import { t } from '../words/words.ts';

/** What came of trying again, message by message. */
export const HandedPanel = ({ results }: { readonly results: readonly Handed[] }) => {
  const applied = results.filter(({ refused }) => refused === undefined).length;
  return (
    <Panel
      title={t('What came of it')}
      aside={
        <span role="status">
          {t('Applied: {applied} of {results}.', { applied, results: results.length })}
        </span>
      }
      flush
    >
      <ul>
        {results.map(({ letter, refused }) => (
          <li key={letter.messageId} className={items.item}>
            <div className={items.between}>
              <span className={items.name}>{letterName(letter)}</span>
              <Mark tone={refused === undefined ? 'green' : 'red'}>
                {refused === undefined ? t('Applied') : t('Failed again')}
              </Mark>
            </div>
            {refused !== undefined && <p className={`quiet ${styles.error}`}>{refused}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
