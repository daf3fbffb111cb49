import { Alert, Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DismissedMany, type InboxMessage, dismissKind, dismissMessage } from '../api/inbox.ts';
import { problemOf } from '../api/problem.ts';
import { Panel } from '../look/Panel.tsx';
import styles from './Quarantine.module.css';
import { rich, t } from '../words/words.ts';

const told = ({ dismissed, more }: DismissedMany): string =>
  t('{dismissed, plural, one {1 message was} other {{dismissed} messages were}} dismissed.{more}', {
    dismissed,
    more: more ? t(' There are more of them.') : '',
  });

/** Put a message aside that nobody will release, or all that have its code, source and type. */
export const DismissForm = ({ message }: { readonly message: InboxMessage }) => {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const { messageId, state, code, source, type } = message;
  const dismiss = useMutation({
    mutationFn: async (whom: 'this' | 'kind'): Promise<DismissedMany> => {
      if (whom === 'kind') return dismissKind({ code, source, type }, reason);
      await dismissMessage(messageId, reason);
      return { dismissed: 1, more: false };
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const done = (
    <p role="status" className={dismiss.isSuccess ? styles.done : 'visually-hidden'}>
      {dismiss.isSuccess && told(dismiss.data)}
    </p>
  );
  if (state !== 'quarantined') return state === 'dismissed' ? done : null;
  const isDone = dismiss.isSuccess && !dismiss.data.more;
  const idle = reason.trim() === '' || dismiss.isPending || isDone;
  return (
    <Panel title={t('Dismiss')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          dismiss.mutate('this');
        }}
      >
        <TextInput
          label={t('Reason')}
          description={t('The message is kept, and can be released later.')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {dismiss.isError && (
          <Alert color="red" variant="light" title={problemOf(dismiss.error).title} role="alert">
            {problemOf(dismiss.error).detail}
          </Alert>
        )}
        {done}
        <div className={styles.actions}>
          <Button type="submit" variant="default" disabled={idle}>
            {t('Dismiss this message')}
          </Button>
          <Button variant="default" disabled={idle} onClick={() => dismiss.mutate('kind')}>
            {t('Dismiss all of this kind')}
          </Button>
        </div>
        <p className="quiet">
          {rich('Of this kind are messages with the code {code}', { code: <code>{code}</code> })}
          {type !== undefined && <> {rich('and the type {code}', { code: <code>{type}</code> })}</>}
          {source !== undefined && <> {rich('from {code}', { code: <code>{source}</code> })}</>}.
        </p>
      </form>
    </Panel>
  );
};
