import { Link } from 'react-router';
import { Page } from '../shell/Page.tsx';
import { useMayReport } from '../trade/useTrade.ts';
import { ConsumersPanel } from './ConsumersPanel.tsx';
import { Figures } from './Figures.tsx';
import { QueuesPanel } from './QueuesPanel.tsx';
import { OrdersPerMinutePanel } from './OrdersPerMinutePanel.tsx';

const OverviewRoom = () => (
  <Page title="Overview" aside={useMayReport() && <Link to="/trade">Trade by day</Link>}>
    <Figures />
    <QueuesPanel />
    <OrdersPerMinutePanel />
    <ConsumersPanel />
  </Page>
);

export default OverviewRoom;
