import { Link } from 'react-router';
import { Page } from '../shell/Page.tsx';
import { watching } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { useMayReport } from '../trade/useTrade.ts';
import { Figures } from './Figures.tsx';
import { QueuesPanel } from './QueuesPanel.tsx';
import { OrdersPerMinutePanel } from './OrdersPerMinutePanel.tsx';

const OverviewRoom = () => (
  <Page title="Overview" aside={useMayReport() && <Link to="/trade">Trade by day</Link>}>
    <Figures />
    <QueuesPanel />
    {useHasRole(watching) && <OrdersPerMinutePanel />}
  </Page>
);

export default OverviewRoom;
