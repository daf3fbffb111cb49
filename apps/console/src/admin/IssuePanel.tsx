import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type IssueKey, issueKey } from '../api/keys.ts';
import { problemOf } from '../api/problem.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import type { Role } from '../sign-in/roles.ts';
import styles from './Admin.module.css';
import { sourcesIn } from './keySources.ts';
import { roleWords, roles } from './roleWords.ts';
import { Secret } from './Secret.tsx';
import { t } from '../words/words.ts';

/** Roles whose keys may be bound to what they send as. */
const sending: readonly Role[] = ['integrator', 'ops'];
const blank = { name: '', role: 'integrator' as Role, sources: '' };

const asking = ({ name, role, sources }: typeof blank): IssueKey => {
  const bound = sending.includes(role) ? sourcesIn(sources) : [];
  return { name: name.trim(), role, ...(bound.length > 0 && { sources: [...bound] }) };
};

const useIssue = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: issueKey,
    // The secret is in the answer: it is not kept once nobody looks at it.
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
};

const Fields = ({
  draft,
  change,
  error,
}: {
  readonly draft: typeof blank;
  readonly change: (part: Partial<typeof blank>) => void;
  readonly error: unknown;
}) => {
  const faults = error === null ? [] : (problemOf(error).errors ?? []);
  const faultAt = (field: string) => faults.find(({ pointer }) => pointer.startsWith(`/${field}`))?.message;
  return (
    <>
      <TextInput
        label={t('Who will hold it')}
        required
        maxLength={120}
        value={draft.name}
        error={faultAt('name')}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <NativeSelect
        label={t('What they may do')}
        value={draft.role}
        onChange={({ currentTarget: { value } }) => change({ role: value as Role })}
        data={roles.map((value) => ({ value, label: roleWords[value] }))}
      />
      {sending.includes(draft.role) && (
        <Textarea
          label={t('Sends as')}
          description={t(
            'Sources that it may send messages as, one on a line, such as urn:shop:*. As any where left empty.',
          )}
          autosize
          minRows={1}
          value={draft.sources}
          error={faultAt('sources')}
          onChange={({ currentTarget: { value } }) => change({ sources: value })}
        />
      )}
    </>
  );
};

/** Makes a key; what opens the door is shown once. */
export const IssuePanel = () => {
  const [draft, setDraft] = useState(blank);
  const issue = useIssue();
  if (issue.isSuccess) return <Secret of={issue.data} done={issue.reset} />;
  return (
    <Panel title={t('Make a key')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!issue.isPending) issue.mutate(asking(draft), { onSuccess: () => setDraft(blank) });
        }}
      >
        <Fields
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          error={issue.error}
        />
        <Failure of={issue.error} />
        <Button type="submit" size="xs" disabled={draft.name.trim() === ''}>
          {t('Make the key')}
        </Button>
      </form>
    </Panel>
  );
};
