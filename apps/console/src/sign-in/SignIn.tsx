import { Alert, Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isUnauthorised, problemOf } from '../api/problem.ts';
import { told } from '@tributary/client';
import { apiUnder } from '../api/api.ts';
import { NameMark } from '../shell/NameMark.tsx';
import { session } from './session.ts';
import styles from './SignIn.module.css';
import { useSession } from './useSession.ts';

const explain = (error: unknown): string => {
  if (isUnauthorised(error)) return 'This key is not known here. Check that all of it was pasted.';
  const { title, detail } = problemOf(error);
  return detail ?? title;
};

export const SignIn = () => {
  const { ended } = useSession();
  const [key, setKey] = useState('');
  const attempt = useMutation({
    mutationFn: (tried: string) => told(apiUnder(() => tried).GET('/v1/me')),
    onSuccess: (_, tried) => session.signIn(tried),
  });
  return (
    <main className={styles.page}>
      <title>Sign in · Tributary</title>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(key.trim());
        }}
      >
        <NameMark />
        <h1 className={styles.title}>Sign in</h1>
        {ended === 'refused' && (
          <Alert color="orange" variant="light" role="status">
            Your key is no longer accepted. Sign in again.
          </Alert>
        )}
        <PasswordInput
          label="API key"
          description="Kept in this tab only, until you close it or sign out."
          autoComplete="off"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={attempt.error === null ? undefined : explain(attempt.error)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the key' }}
        />
        <Button type="submit" loading={attempt.isPending} disabled={key.trim() === ''}>
          Sign in
        </Button>
      </form>
    </main>
  );
};
