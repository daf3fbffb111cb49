import { lazy } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Frame } from './Frame.tsx';
import { Lost, RoomFailure } from './Lost.tsx';

const OverviewRoom = lazy(() => import('../overview/OverviewRoom.tsx'));
const AdminRoom = lazy(() => import('../admin/AdminRoom.tsx'));
const ConsumersRoom = lazy(() => import('../admin/ConsumersRoom.tsx'));
const KeysRoom = lazy(() => import('../admin/KeysRoom.tsx'));
const LocationsRoom = lazy(() => import('../admin/LocationsRoom.tsx'));
const OrdersRoom = lazy(() => import('../orders/OrdersRoom.tsx'));
const OrderRoom = lazy(() => import('../order/OrderRoom.tsx'));
const NewOrderRoom = lazy(() => import('../new-order/NewOrderRoom.tsx'));
const QuarantineRoom = lazy(() => import('../quarantine/QuarantineRoom.tsx'));
const QueuesRoom = lazy(() => import('../queues/QueuesRoom.tsx'));
const WaitingRoom = lazy(() => import('../waiting/WaitingRoom.tsx'));
const UnmatchedReturnsRoom = lazy(() => import('../unmatched-returns/UnmatchedReturnsRoom.tsx'));
const ReturnsDeskRoom = lazy(() => import('../returns-desk/ReturnsDeskRoom.tsx'));
const CustomerRoom = lazy(() => import('../customer/CustomerRoom.tsx'));
const SegmentRoom = lazy(() => import('../segments/SegmentRoom.tsx'));
const ReconciliationRoom = lazy(() => import('../reconciliation/ReconciliationRoom.tsx'));
const SettingsRoom = lazy(() => import('../settings/SettingsRoom.tsx'));
const TradeRoom = lazy(() => import('../trade/TradeRoom.tsx'));
const StockRoom = lazy(() => import('../stock/StockRoom.tsx'));
const PositionRoom = lazy(() => import('../stock/PositionRoom.tsx'));
const TraceRoom = lazy(() => import('../trace/TraceRoom.tsx'));

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
