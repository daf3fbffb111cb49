import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { isUnauthorised } from '../api/problem.ts';
import { Failure, Loading } from '../look/Answer.tsx';
import { LiveIndicator } from '../live/LiveIndicator.tsx';
import { useLiveStream } from '../live/useLive.ts';
import { signOut } from '../sign-in/signing.ts';
import { useIdentity } from '../sign-in/useSession.ts';
import { AwayBar } from '../reach/AwayBar.tsx';
import styles from './Frame.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import { NameMark } from './NameMark.tsx';
import { Navigation } from './Navigation.tsx';
import { Person } from './Person.tsx';
import { useSearchKey } from './useSearchKey.ts';
import { t } from '../words/words.ts';

const SignedIn = () => {
  useLiveStream();
  useSearchKey();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('Skip to content')}
      </a>
      <header className={styles.bar}>
        <NameMark />
        <Navigation />
        <div className={styles.foot}>
          <LiveIndicator />
          <div className={styles.language}>
            <LanguageChoice />
          </div>
          <Person />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        <AwayBar />
        <Suspense fallback={<Loading rows={6} />}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </div>
  );
};

/** The frame of every room, once it is known who is signed in. */
export const Frame = () => {
  const { data, error, refetch } = useIdentity();
  if (data !== undefined) return <SignedIn />;
  return (
    <main className={styles.waiting}>
      {error === null || isUnauthorised(error) ? (
        <Loading />
      ) : (
        <>
          <Failure error={error} retry={() => void refetch()} />
          <Button variant="subtle" size="xs" onClick={() => void signOut()}>
            {t('Sign in with another key')}
          </Button>
        </>
      )}
    </main>
  );
};
