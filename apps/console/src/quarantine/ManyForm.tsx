import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  type InboxMessage,
  type MessageResult,
  type MessagesCommand,
  commandMessages,
} from '../api/inbox.ts';
import { Failure } from '../look/Failure.tsx';
import items from '../look/Items.module.css';
import { Mark, type Tone } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { FaultList } from './FaultList.tsx';
import styles from './Quarantine.module.css';
import { t } from '../words/words.ts';

type Action = MessagesCommand['action'];

/** As many as one command may name. */
const most = 200;
const labels: Readonly<Record<Action, string>> = { release: t('Release'), dismiss: t('Dismiss') };
const done: Readonly<Record<Action, string>> = { release: t('Released'), dismiss: t('Dismissed') };
const tones: Readonly<Record<MessageResult['outcome'], Tone>> = {
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

interface Came {
  readonly action: Action;
  readonly messages: readonly InboxMessage[];
  readonly results: readonly MessageResult[];
}

const sumOf = ({ action, results }: Came): string =>
  t('{done}: {results} of {results2}.', {
    done: done[action],
    results: results.filter(({ outcome }) => outcome === 'done').length,
    results2: results.length,
  });

/** What came of it, message by message. */
const Results = ({ of }: { readonly of: Came }) => (
  <Panel title={t('What came of it')} aside={sumOf(of)} flush>
    <ul>
      {of.results.map((result) => (
        <li key={result.messageId} className={items.item}>
          <div className={items.between}>
            <Link to={`/quarantine/${encodeURIComponent(result.messageId)}`} className={items.name}>
              {of.messages.find(({ messageId }) => messageId === result.messageId)?.type ??
                t('Unknown message')}
            </Link>
            <Mark tone={tones[result.outcome]}>
              {result.outcome === 'done' ? done[of.action] : words[result.outcome]}
            </Mark>
          </div>
          {result.outcome !== 'done' && (
            <>
              <p className="quiet">{result.detail}</p>
              <FaultList faults={result.errors ?? []} />
            </>
          )}
        </li>
      ))}
    </ul>
  </Panel>
);

const useCommand = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ action, reason, messages }: Omit<Came, 'results'> & { reason: string }) => {
      const ids = messages.map(({ messageId }) => messageId);
      const command: MessagesCommand =
        action === 'release'
          ? { action, messages: ids, ...(reason !== '' && { reason }) }
          : { action, messages: ids, reason };
      return { action, messages, results: (await commandMessages(command)).results };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
};

interface ManyFormProps {
  readonly chosen: readonly InboxMessage[];
  readonly done: () => void;
}

/** Releases or dismisses all messages that are chosen for one reason, and says what came of it for each. */
export const ManyForm = ({ chosen, done: emptied }: ManyFormProps) => {
  const [action, setAction] = useState<Action>('release');
  const [reason, setReason] = useState('');
  const command = useCommand();
  const said = reason.trim();
  return (
    <>
      <form
        className={styles.many}
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate(
            { action, reason: said, messages: chosen },
            {
              onSuccess: () => {
                setReason('');
                emptied();
              },
            },
          );
        }}
      >
        <NativeSelect
          label={t('What to do with those chosen')}
          size="xs"
          data={(['release', 'dismiss'] as const).map((value) => ({ value, label: labels[value] }))}
          value={action}
          onChange={({ currentTarget: { value } }) => setAction(value as Action)}
        />
        <TextInput
          label={action === 'dismiss' ? t('Why') : t('Why, if you like')}
          size="xs"
          maxLength={500}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Button
          type="submit"
          size="xs"
          loading={command.isPending}
          disabled={chosen.length === 0 || chosen.length > most || (action === 'dismiss' && said === '')}
        >
          {labels[action]} {chosen.length}{' '}
          {t('{chosen, plural, one {message} other {messages}}', { chosen: chosen.length })}
        </Button>
      </form>
      {chosen.length > most && <p className="quiet">{t('At most {most} messages at once.', { most })}</p>}
      <Failure of={command.error} />
      <p role="status" className="visually-hidden">
        {command.isSuccess && sumOf(command.data)}
      </p>
      {command.isSuccess && <Results of={command.data} />}
    </>
  );
};
