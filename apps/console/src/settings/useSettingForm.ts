import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, type Fault, problemOf } from '../api/problem.ts';
import type { Setting } from '../api/settings.ts';
import { t } from '../words/words.ts';

/** How a document is entered. */
export interface Writing<Document, Draft> {
  readonly setting: Setting<Document>;
  readonly draftOf: (document: Document) => Draft;
  readonly documentOf: (draft: Draft) => Document;
  /** What keeps it from being sent at all, as the platform would tell it; nothing where left out. */
  readonly faultsOf?: (draft: Draft) => readonly Fault[];
}

/** What fields need to be filled in. */
export interface Entry<Draft> {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  /** What was sent last; the pointers of `faults` point into its document. */
  readonly sent: Draft | undefined;
  readonly faults: readonly Fault[];
}

const none: readonly Fault[] = [];

/** Why something was not sent at all, told as the platform would. */
export const notSent = (errors: readonly Fault[]): ApiProblem =>
  new ApiProblem({
    title: t('Some fields are not right'),
    status: 0,
    code: 'invalid-entry',
    retryable: false,
    errors,
  });

/**
 * A document as it is entered until it is saved. As long as nothing was entered, it is what holds now; then it
 * stays as entered, whatever is refused or saved by others.
 */
export const useSettingForm = <Document, Draft>(
  { setting, draftOf, documentOf, faultsOf = () => none }: Writing<Document, Draft>,
  now: Document,
) => {
  const client = useQueryClient();
  const queryKey = [setting.name];
  const [entered, enter] = useState<{ readonly draft: Draft; readonly over: Document }>();
  const save = useMutation({
    mutationFn: async (draft: Draft) => {
      const errors = faultsOf(draft);
      if (errors.length > 0) throw notSent(errors);
      return setting.set(documentOf(draft));
    },
    onSuccess: async (told, sent) => {
      // A question that is under way may answer with what held before.
      await client.cancelQueries({ queryKey });
      const over = client.setQueryData<Document>(queryKey, told) ?? told;
      enter((last) => (last === undefined || last.draft === sent ? undefined : { ...last, over }));
      await client.invalidateQueries({ queryKey });
    },
  });
  const entry: Entry<Draft> = {
    draft: entered?.draft ?? draftOf(now),
    change: (next) =>
      enter((last) => ({ draft: next(last?.draft ?? draftOf(now)), over: last?.over ?? now })),
    sent: save.variables,
    faults: save.isError ? (problemOf(save.error).errors ?? none) : none,
  };
  return {
    entry,
    save,
    isTouched: entered !== undefined,
    /** Somebody else saved since this was begun. */
    isOvertaken: entered !== undefined && entered.over !== now && !save.isPending,
    discard: () => {
      enter(undefined);
      save.reset();
    },
  };
};
