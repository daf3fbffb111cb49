import { Alert, Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkMessage, releaseMessage } from '../api/inbox.ts';
import type { InboxMessage } from '../api/inbox.ts';
import { type Fault, problemOf } from '../api/problem.ts';
import { Panel } from '../look/Panel.tsx';
import { FaultFields } from './FaultFields.tsx';
import styles from './Quarantine.module.css';
import { parseEdited, textOf } from './raw.ts';
import { t } from '../words/words.ts';

const Refusal = ({ error }: { readonly error: unknown }) => {
  const { title, detail } = problemOf(error);
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      {detail}
    </Alert>
  );
};

/** A message that is mended: its text is what is sent, and each field writes into it. */
const useMending = (message: InboxMessage) => {
  const original = textOf(message.raw);
  const [text, setText] = useState(original);
  const [faults, setFaults] = useState<readonly Fault[]>(message.faults);
  const client = useQueryClient();
  const parsed = parseEdited(text);
  const value = 'value' in parsed ? parsed.value : undefined;
  const edited = text !== original;
  const onError = (error: unknown) => setFaults(problemOf(error).errors ?? []);
  const check = useMutation({
    mutationFn: () => checkMessage(message.messageId, value),
    onSuccess: () => setFaults([]),
    onError,
  });
  const release = useMutation({
    mutationFn: () => releaseMessage(message.messageId, edited ? value : undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
    onError,
  });
  const change = (next: string) => {
    check.reset();
    release.reset();
    setText(next);
  };
  return {
    ...{ text, faults, edited, value, check, release, change },
    fault: edited && 'fault' in parsed ? parsed.fault : undefined,
    undo: () => {
      change(original);
      setFaults(message.faults);
    },
  };
};

type Mending = ReturnType<typeof useMending>;

const said = ({ check, release }: Mending): string | undefined => {
  if (release.isSuccess) return t('Released. It is being applied now.');
  return check.isSuccess ? t('Nothing is wrong with it any more: it can be released.') : undefined;
};

const Actions = ({ mending }: { readonly mending: Mending }) => {
  const { check, release, edited, fault, value, undo } = mending;
  return (
    <div className={styles.actions}>
      <Button type="submit" loading={release.isPending} disabled={fault !== undefined || release.isSuccess}>
        {edited ? t('Release corrected message') : t('Release as it is')}
      </Button>
      <Button
        variant="default"
        loading={check.isPending}
        disabled={value === undefined || release.isSuccess}
        onClick={() => check.mutate()}
      >
        {t('Check it')}
      </Button>
      {edited && (
        <Button variant="default" onClick={undo}>
          {t('Undo changes')}
        </Button>
      )}
    </div>
  );
};

/** Read what was sent, correct it, send it on. Unchanged text is released as it came. */
export const ReleaseForm = ({ message }: { readonly message: InboxMessage }) => {
  const mending = useMending(message);
  const { text, faults, edited, value, check, release, change, fault } = mending;
  const outcome = said(mending);
  return (
    <Panel title={t('Correct and release')} {...(edited ? { aside: t('Edited') } : {})}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          release.mutate();
        }}
      >
        <FaultFields faults={faults} message={value} change={(next) => change(textOf(next))} />
        <Textarea
          label={t('The whole message')}
          description={t('Each field above writes into it. What was sent is kept as it came.')}
          autosize
          minRows={8}
          maxRows={28}
          spellCheck={false}
          classNames={{ input: styles.editor ?? '' }}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          error={fault}
        />
        {check.isError && <Refusal error={check.error} />}
        {release.isError && <Refusal error={release.error} />}
        <p role="status" className={outcome === undefined ? 'visually-hidden' : styles.done}>
          {outcome}
        </p>
        <Actions mending={mending} />
      </form>
    </Panel>
  );
};
