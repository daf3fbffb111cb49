import { useEffect } from 'react';
import { Link, useRouteError } from 'react-router';
import { ApiProblem } from '../api/problem.ts';
import { Empty, Failure } from '../look/Answer.tsx';
import { platform } from '../reach/platform.ts';
import { Page } from './Page.tsx';
import { t } from '../words/words.ts';

export const Lost = () => (
  <Page title={t('Not found')}>
    <Empty title={t('There is nothing at this address')}>
      <Link to="/orders">{t('Go to the orders')}</Link>
    </Empty>
  </Page>
);

const loadAnew = (): void => window.location.reload();

/** A page loaded anew while nobody answers would be the browser's own. */
const loadAnewOnceAnswered = async (): Promise<void> => {
  if (await platform.check()) loadAnew();
};

/** A room that broke; the frame around it stays usable. One that could not be loaded is loaded once the platform answers. */
export const RoomFailure = () => {
  const error = useRouteError();
  const isAway = error instanceof ApiProblem && error.problem.code === 'unreachable';
  useEffect(() => {
    if (!isAway) return undefined;
    // It may answer again since: what could not be loaded is remembered as that.
    if (platform.state().is === 'there') loadAnew();
    return platform.onReturn(loadAnew);
  }, [isAway]);
  return (
    <Page title={isAway ? t('Not loaded yet') : t('Something went wrong')}>
      <Failure error={error} retry={() => void loadAnewOnceAnswered()} />
    </Page>
  );
};
