import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { problemOf } from '../api/problem.ts';
import { Answer } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { faultsElsewhere } from './faults.ts';
import styles from './Settings.module.css';
import { type Entry, type Writing, useSettingForm } from './useSettingForm.ts';
import { t, within } from '../words/words.ts';

interface SettingProps<Document, Draft> {
  readonly title: string;
  /** What it decides, in a sentence or two. */
  readonly about: string;
  readonly writing: Writing<Document, Draft>;
  /** JSON pointers of what has a field that tells what was wrong with it. */
  readonly fields: RegExp;
  readonly children: (entry: Entry<Draft>) => ReactNode;
}

interface RefusedProps {
  readonly error: unknown;
  readonly fields: RegExp;
}

/** Why nothing was saved: what belongs to a field is told there, and all else here. */
const Refused = ({ error, fields }: RefusedProps) => {
  const { title, detail, errors = [] } = problemOf(error);
  const elsewhere = faultsElsewhere(errors, fields);
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      title={errors.length > 0 ? t('Not saved') : t('Not saved: {title}', { title })}
    >
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {errors.length > elsewhere.length && <p>{t('What was wrong stands at its field.')}</p>}
      {errors.length === 0 && detail}
    </Alert>
  );
};

interface Saving {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly isSuccess: boolean;
}

/** Said beside the button, from where what is told above a long form is out of sight. */
const statusOf = (isTouched: boolean, save: Saving): string => {
  if (save.isPending) return t('Saving …');
  if (save.isError) return t('Not saved: see above why.');
  if (isTouched) return t('Not saved yet.');
  return save.isSuccess ? t('Saved.') : '';
};

const Form = <Document, Draft>({
  title,
  writing,
  fields,
  children,
  now,
}: Omit<SettingProps<Document, Draft>, 'about'> & { readonly now: Document }) => {
  const saving = useRef<HTMLButtonElement>(null);
  const { entry, save, isTouched, isOvertaken, discard } = useSettingForm(writing, now);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTouched && !save.isPending) save.mutate(entry.draft);
      }}
    >
      {save.isError && <Refused error={save.error} fields={fields} />}
      {isOvertaken && (
        <Alert color="orange" variant="light" role="status" title={t('Somebody else saved in the meantime')}>
          {t('What you save takes the place of theirs. Discard what you entered to see it.')}
        </Alert>
      )}
      {children(entry)}
      <div className={styles.foot}>
        {/* Not shown as loading, which would disable it and lose the focus. */}
        <Button ref={saving} type="submit" size="xs">
          {t('Save {title}', { title: within(title) })}
        </Button>
        {isTouched && (
          <Button
            size="xs"
            variant="default"
            disabled={save.isPending}
            onClick={() => {
              discard();
              saving.current?.focus();
            }}
          >
            {t('Discard')}
          </Button>
        )}
        <p role="status" className="quiet">
          {statusOf(isTouched, save)}
        </p>
      </div>
    </form>
  );
};

/** A document that holds for all orders, to be read, changed and saved as a whole. */
export const SettingPanel = <Document, Draft>({ about, ...form }: SettingProps<Document, Draft>) => {
  const { setting } = form.writing;
  const current = useQuery({
    queryKey: [setting.name],
    queryFn: ({ signal }) => setting.read(signal),
    refetchInterval: 30_000,
  });
  return (
    <Panel title={form.title}>
      <p className={`quiet ${styles.about}`}>{about}</p>
      <Answer of={current}>{(now) => <Form {...form} now={now} />}</Answer>
    </Panel>
  );
};
