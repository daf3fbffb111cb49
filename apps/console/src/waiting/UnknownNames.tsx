import { useQuery } from '@tanstack/react-query';
import { listUnknownNames } from '../api/waiting.ts';
import { Moment } from '../figures/Moment.tsx';
import styles from '../look/Items.module.css';
import { Panel } from '../look/Panel.tsx';
import { wordsOfMessage } from '../orders/status.ts';
import { readingInbox } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { rich, t } from '../words/words.ts';

const useUnknownNames = () => {
  const may = useHasRole(readingInbox);
  return useQuery({
    queryKey: ['unknown-names'],
    queryFn: ({ signal }) => listUnknownNames(signal),
    refetchInterval: 15_000,
    enabled: may,
  });
};

/** What messages name and nobody has defined: they were applied, but nothing can be sold there, or read of it. */
export const UnknownNames = () => {
  const { data } = useUnknownNames();
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('Names nobody has defined')} aside={`${data.items.length}${data.next ? '+' : ''}`} flush>
      <ul>
        {data.items.map(({ kind, name, messageType, source, since }) => (
          <li key={`${kind} ${name}`} className={styles.item}>
            <div className={styles.between}>
              <span className={styles.name}>
                {kind === 'sku' ? 'SKU' : t('Location')} <code>{name}</code>
              </span>
              <span className="quiet">{rich('since {moment}', { moment: <Moment at={since} /> })}</span>
            </div>
            <div className={`${styles.between} quiet`}>
              <span>{t('First in “{messageType}”', { messageType: wordsOfMessage(messageType) })}</span>
              <code>{source}</code>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
