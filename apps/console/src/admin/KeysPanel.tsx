import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiKey, listKeys, withdrawKey } from '../api/keys.ts';
import { Answer } from '../look/Answer.tsx';
import { Confirm } from '../look/Confirm.tsx';
import items from '../look/Items.module.css';
import { LoadMore } from '../look/LoadMore.tsx';
import { Mark, Tag } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './Admin.module.css';
import { roleWords } from './roleWords.ts';
import { t } from '../words/words.ts';

const useKeys = () =>
  useInfiniteQuery({
    queryKey: ['keys'],
    queryFn: ({ pageParam, signal }) => listKeys(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

interface KeyItemProps {
  readonly of: ApiKey;
  /** It is the key that whoever looks signed in with. */
  readonly isOwn: boolean;
  readonly withdraw: () => void;
}

const KeyItem = ({ of: { keyId, name, role, sources, revoked }, isOwn, withdraw }: KeyItemProps) => (
  <li className={items.item}>
    <div className={items.between}>
      <span>
        <span className={items.name}>{name}</span> {isOwn && <Tag>{t('yours')}</Tag>}
      </span>
      {revoked ? <Mark tone="gray">{t('Withdrawn')}</Mark> : <Mark tone="green">{t('Good')}</Mark>}
    </div>
    <div className={styles.keyFoot}>
      <div className={styles.told}>
        <span>{roleWords[role]}</span>
        {sources && (
          <span className={styles.error}>
            {t('Sends as {sources} alone', { sources: sources.join(', ') })}
          </span>
        )}
        <code className={`quiet ${styles.error}`}>{keyId}</code>
      </div>
      {!revoked && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('Withdraw the key of {name}', { name })}
          onClick={withdraw}
        >
          {t('Withdraw')}
        </Button>
      )}
    </div>
  </li>
);

interface WithdrawProps {
  readonly of: ApiKey;
  readonly isOwn: boolean;
  readonly close: () => void;
}

const Withdraw = ({ of: { keyId, name }, isOwn, close }: WithdrawProps) => {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawKey(keyId),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  return (
    <Confirm
      title={t('Withdraw the key of {name}?', { name })}
      keep={t('Keep it')}
      confirm={t('Withdraw')}
      takesAway
      doing={withdraw}
      close={close}
      go={() => withdraw.mutate()}
    >
      <p>
        {t(
          'Whoever holds it is shut out at once, and what they have open ends. It cannot be made good again: they need another key.',
        )}
      </p>
      {isOwn && <p>{t('It is the key that you signed in with: you are signed out by it.')}</p>}
    </Confirm>
  );
};

/** Keys in the order they were made; the withdrawn ones stay, since what was done names them. */
export const KeysPanel = () => {
  const keys = useKeys();
  const { data: identity } = useIdentity();
  const [asked, setAsked] = useState<ApiKey>();
  const isOwn = ({ keyId }: ApiKey) => keyId === identity?.keyId;
  return (
    <Panel title={t('Keys, in the order they were made')} flush>
      <Answer of={keys}>
        {({ pages }) => (
          <ul>
            {pages
              .flatMap((page) => page.items)
              .map((key) => (
                <KeyItem key={key.keyId} of={key} isOwn={isOwn(key)} withdraw={() => setAsked(key)} />
              ))}
          </ul>
        )}
      </Answer>
      <LoadMore of={keys} />
      {asked && <Withdraw of={asked} isOwn={isOwn(asked)} close={() => setAsked(undefined)} />}
    </Panel>
  );
};
