import { Link, useRouteError } from 'react-router';
import { Empty, Failure } from '../look/Answer.tsx';
import { Page } from './Page.tsx';
import { t } from '../words/words.ts';

export const Lost = () => (
  <Page title={t('Not found')}>
    <Empty title={t('There is nothing at this address')}>
      <Link to="/orders">{t('Go to the orders')}</Link>
    </Empty>
  </Page>
);

/** A room that broke; the frame around it stays usable. */
export const RoomFailure = () => (
  <Page title={t('Something went wrong')}>
    <Failure error={useRouteError()} retry={() => window.location.reload()} />
  </Page>
);
