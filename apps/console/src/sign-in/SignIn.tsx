import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnauthorised, problemOf } from '../api/problem.ts';
import { NameMark } from '../shell/NameMark.tsx';
import { LanguageChoice } from '../shell/LanguageChoice.tsx';
import type { EndReason } from './session.ts';
import styles from './SignIn.module.css';
import { signIn, signOut } from './signing.ts';
import { useSession } from './useSession.ts';
import { t } from '../words/words.ts';

const explain = (error: unknown): string => {
  const { title, detail, code } = problemOf(error);
  if (isUnauthorised(error) || code === 'invalid')
    return t('This key is not known here. Check that all of it was pasted.');
  return detail ?? title;
};

const endings: Readonly<Partial<Record<EndReason, string>>> = {
  over: t('You were signed in for a while and are no longer. Sign in again.'),
  revoked: t('Your key is no longer accepted. Sign in again.'),
};

/** Why somebody who did not ask for this page sees it. */
const Notice = () => {
  const state = useSession();
  if (state.is !== 'out') return null;
  const { ended, failed } = state;
  const text = failed ? explain(failed.error) : ended && endings[ended];
  if (text === undefined) return null;
  return (
    <Alert color="orange" variant="light" role="status">
      {failed?.at === 'signing-out' ? (
        <>
          <p>{t('You are not signed out yet. {text}', { text })}</p>
          <Button variant="default" size="xs" mt="xs" onClick={() => void signOut()}>
            {t('Sign out')}
          </Button>
        </>
      ) : (
        text
      )}
    </Alert>
  );
};

export const SignIn = () => {
  const [key, setKey] = useState('');
  const attempt = useMutation({ mutationFn: signIn });
  return (
    <main className={styles.page}>
      <title>{t('Sign in · Tributary')}</title>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(key.trim());
        }}
      >
        <NameMark />
        <h1 className={styles.title}>{t('Sign in')}</h1>
        <Notice />
        <PasswordInput
          label={t('API key')}
          description={t('Signs in all tabs of this browser, for 12 hours or until you sign out.')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={attempt.error === null ? undefined : explain(attempt.error)}
          visibilityToggleButtonProps={{ 'aria-label': t('Show the key') }}
        />
        <Button type="submit" loading={attempt.isPending} disabled={key.trim() === ''}>
          {t('Sign in')}
        </Button>
        <LanguageChoice />
      </form>
    </main>
  );
};
