import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { ApiProblem } from './api/problem.ts';
import { Loading } from './look/Answer.tsx';
import { theme } from './look/theme.ts';
import { forgetDraft } from './new-order/stored.ts';
import styles from './shell/Frame.module.css';
import { platform } from './reach/platform.ts';
import { rooms } from './shell/rooms.tsx';
import { session } from './sign-in/session.ts';
import { endIfUnauthorised } from './sign-in/signing.ts';
import { SignIn } from './sign-in/SignIn.tsx';
import { useSession } from './sign-in/useSession.ts';

/** A refusal stays a refusal; only what may pass by itself is asked again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiProblem && error.problem.retryable;

const client = new QueryClient({
  queryCache: new QueryCache({ onError: endIfUnauthorised }),
  mutationCache: new MutationCache({ onError: endIfUnauthorised }),
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 5_000 } },
});

// Nothing one person saw may be shown to the next one to sign in on this machine.
session.subscribe(({ isOfSomebodyElse }) => {
  client.clear();
  if (isOfSomebodyElse) forgetDraft();
});
// What is on screen is of before the platform was away.
platform.onReturn(() => void client.invalidateQueries());
session.onDoubt(() => void client.invalidateQueries({ queryKey: ['me'] }));

const Door = () => {
  const state = useSession();
  if (state.is === 'entering')
    return (
      <main className={styles.waiting}>
        <Loading />
      </main>
    );
  return state.is === 'out' ? <SignIn /> : <RouterProvider router={rooms} key={state.serial} />;
};

/** The console: the theme, the questions asked and their answers, and the door. */
export const Console = () => (
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <QueryClientProvider client={client}>
      <Door />
    </QueryClientProvider>
  </MantineProvider>
);
