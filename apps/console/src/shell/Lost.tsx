import { Link, useRouteError } from 'react-router';
import { Empty, Failure } from '../look/Answer.tsx';
import { Page } from './Page.tsx';

export const Lost = () => (
  <Page title="Not found">
    <Empty title="There is nothing at this address">
      <Link to="/orders">Go to the orders</Link>
    </Empty>
  </Page>
);

/** A room that broke; the frame around it stays usable. */
export const RoomFailure = () => (
  <Page title="Something went wrong">
    <Failure error={useRouteError()} retry={() => window.location.reload()} />
  </Page>
);
