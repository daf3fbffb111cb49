import { createBrowserRouter, Navigate } from 'react-router';
import { part } from '../reach/part.ts';
import { Frame } from './Frame.tsx';
import { Lost, RoomFailure } from './Lost.tsx';

const OverviewRoom = part(() => import('../overview/OverviewRoom.tsx'));
const AdminRoom = part(() => import('../admin/AdminRoom.tsx'));
const ConsumersRoom = part(() => import('../admin/ConsumersRoom.tsx'));
const KeysRoom = part(() => import('../admin/KeysRoom.tsx'));
const LocationsRoom = part(() => import('../admin/LocationsRoom.tsx'));
const OrdersRoom = part(() => import('../orders/OrdersRoom.tsx'));
const OrderRoom = part(() => import('../order/OrderRoom.tsx'));
const NewOrderRoom = part(() => import('../new-order/NewOrderRoom.tsx'));
const QuarantineRoom = part(() => import('../quarantine/QuarantineRoom.tsx'));
const QueuesRoom = part(() => import('../queues/QueuesRoom.tsx'));
const WaitingRoom = part(() => import('../waiting/WaitingRoom.tsx'));
const UnmatchedReturnsRoom = part(() => import('../unmatched-returns/UnmatchedReturnsRoom.tsx'));
const ReturnsDeskRoom = part(() => import('../returns-desk/ReturnsDeskRoom.tsx'));
const CustomerRoom = part(() => import('../customer/CustomerRoom.tsx'));
const SegmentRoom = part(() => import('../segments/SegmentRoom.tsx'));
const ReconciliationRoom = part(() => import('../reconciliation/ReconciliationRoom.tsx'));
const SettingsRoom = part(() => import('../settings/SettingsRoom.tsx'));
const TradeRoom = part(() => import('../trade/TradeRoom.tsx'));
const StockRoom = part(() => import('../stock/StockRoom.tsx'));
const PositionRoom = part(() => import('../stock/PositionRoom.tsx'));
const TraceRoom = part(() => import('../trace/TraceRoom.tsx'));

/** Every address of the console and what is there. */
export const rooms = createBrowserRouter([
  {
    element: <Frame />,
    children: [
      {
        errorElement: <RoomFailure />,
        children: [
          { index: true, element: <Navigate to="/overview" replace /> },
          { path: 'overview', element: <OverviewRoom /> },
          { path: 'orders', element: <OrdersRoom /> },
          { path: 'orders/:orderId', element: <OrderRoom /> },
          { path: 'new-order', element: <NewOrderRoom /> },
          { path: 'quarantine', element: <QuarantineRoom /> },
          { path: 'quarantine/:messageId', element: <QuarantineRoom /> },
          { path: 'queues/:queue?', element: <QueuesRoom /> },
          { path: 'held', element: <Navigate to="/queues/held" replace /> },
          { path: 'waiting', element: <WaitingRoom /> },
          { path: 'returns', element: <UnmatchedReturnsRoom /> },
          { path: 'returns-desk', element: <ReturnsDeskRoom /> },
          { path: 'customers/:customerId', element: <CustomerRoom /> },
          { path: 'segments/:segmentId', element: <SegmentRoom /> },
          { path: 'reconciliation', element: <ReconciliationRoom /> },
          { path: 'stock', element: <StockRoom /> },
          { path: 'stock/:sku/:location', element: <PositionRoom /> },
          { path: 'trace/events/:eventId', element: <TraceRoom /> },
          { path: 'trace/orders/:orderId', element: <TraceRoom /> },
          { path: 'trade', element: <TradeRoom /> },
          { path: 'settings', element: <SettingsRoom /> },
          { path: 'admin', element: <AdminRoom /> },
          { path: 'admin/keys', element: <KeysRoom /> },
          { path: 'admin/consumers', element: <ConsumersRoom /> },
          { path: 'admin/locations', element: <LocationsRoom /> },
          { path: '*', element: <Lost /> },
        ],
      },
    ],
  },
]);
