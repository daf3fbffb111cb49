import { Page } from '../shell/Page.tsx';
import { ConsumersPanel } from './ConsumersPanel.tsx';
import { Figures } from './Figures.tsx';
import { QueuesPanel } from './QueuesPanel.tsx';
import { OrdersPerMinutePanel } from './OrdersPerMinutePanel.tsx';

const OverviewRoom = () => (
  <Page title="Overview">
    <Figures />
    <QueuesPanel />
    <OrdersPerMinutePanel />
    <ConsumersPanel />
  </Page>
);

export default OverviewRoom;
