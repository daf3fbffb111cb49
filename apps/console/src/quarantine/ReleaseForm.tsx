import { Alert, Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { releaseMessage } from '../api/inbox.ts';
import type { InboxMessage } from '../api/inbox.ts';
import { problemOf } from '../api/problem.ts';
import { Panel } from '../look/Panel.tsx';
import { FaultList } from './FaultList.tsx';
import styles from './Quarantine.module.css';
import { parseEdited, textOf } from './raw.ts';

const Refusal = ({ error }: { readonly error: unknown }) => {
  const { title, detail, errors } = problemOf(error);
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      {detail}
      <FaultList faults={errors ?? []} />
    </Alert>
  );
};

/** Read what was sent, correct it, send it on. Unchanged text is released as it came. */
export const ReleaseForm = ({ message }: { readonly message: InboxMessage }) => {
  const original = textOf(message.raw);
  const [text, setText] = useState(original);
  const client = useQueryClient();
  const edited = text !== original;
  const parsed = parseEdited(text);
  const fault = edited && 'fault' in parsed ? parsed.fault : undefined;
  const release = useMutation({
    mutationFn: () =>
      releaseMessage(message.messageId, edited && 'value' in parsed ? parsed.value : undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  return (
    <Panel title="What was sent" {...(edited ? { aside: 'Edited' } : {})}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          release.mutate();
        }}
      >
        <Textarea
          aria-label="Message as JSON"
          autosize
          minRows={8}
          maxRows={28}
          spellCheck={false}
          classNames={{ input: styles.editor ?? '' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fault}
        />
        {release.isError && <Refusal error={release.error} />}
        <p role="status" className={release.isSuccess ? styles.done : 'visually-hidden'}>
          {release.isSuccess && 'Released. It is being applied now.'}
        </p>
        <div className={styles.actions}>
          <Button
            type="submit"
            loading={release.isPending}
            disabled={fault !== undefined || release.isSuccess}
          >
            {edited ? 'Release corrected message' : 'Release as it is'}
          </Button>
          {edited && (
            <Button variant="default" onClick={() => setText(original)}>
              Undo changes
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
};
