import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskedMoment } from '../api/moment.ts';
import { Moment } from '../figures/Moment.tsx';
import { Panel } from '../look/Panel.tsx';
import { fieldOf, instantOf, isNow } from './moment.ts';
import styles from './MomentPanel.module.css';
import { rich, t } from '../words/words.ts';

/** The instant of a field; one that nobody touched stays as exact as the address has it. */
const chosen = (field: string, before: string | undefined): string | undefined =>
  field === fieldOf(before) ? before : instantOf(field);

const Said = ({ moment: { asOf, knownAt } }: { readonly moment: AskedMoment }) => (
  <p role="status" className={styles.said}>
    {asOf === undefined && knownAt === undefined && t('As it is now.')}
    {asOf !== undefined && <>{rich('What had happened by {moment}', { moment: <Moment at={asOf} /> })}</>}
    {asOf !== undefined && knownAt !== undefined && ', '}
    {knownAt !== undefined && (
      <>
        {asOf === undefined ? t('What was known here by ') : t('as it was known here by ')}
        <Moment at={knownAt} />
      </>
    )}
  </p>
);

interface MomentProps {
  readonly moment: AskedMoment;
  readonly ask: (moment: AskedMoment) => void;
}

const Fields = ({ moment, ask }: MomentProps) => {
  const [happened, setHappened] = useState(fieldOf(moment.asOf));
  const [known, setKnown] = useState(fieldOf(moment.knownAt));
  const submit = () => {
    const [asOf, knownAt] = [chosen(happened, moment.asOf), chosen(known, moment.knownAt)];
    ask({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) });
  };
  const field = { type: 'datetime-local', step: 1, size: 'xs' } as const;
  return (
    <form
      className={styles.moment}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        {...field}
        label={t('What had happened by')}
        value={happened}
        onChange={({ currentTarget: { value } }) => setHappened(value)}
      />
      <TextInput
        {...field}
        label={t('What was known here by')}
        value={known}
        onChange={({ currentTarget: { value } }) => setKnown(value)}
      />
      <Button type="submit" size="xs" variant="default">
        {t('Show')}
      </Button>
    </form>
  );
};

/** Chooses a moment by what had happened, by what was known, or by both. */
export const MomentPanel = ({ moment, ask }: MomentProps) => (
  <Panel
    title={t('As it was')}
    aside={
      isNow(moment) ? undefined : (
        <Button size="compact-xs" variant="default" onClick={() => ask({})}>
          {t('Back to now')}
        </Button>
      )
    }
  >
    <Fields key={`${moment.asOf} ${moment.knownAt}`} moment={moment} ask={ask} />
    <Said moment={moment} />
  </Panel>
);
