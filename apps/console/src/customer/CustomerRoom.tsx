import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { type CustomerOverview, readCustomer } from '../api/customers.ts';
import { useLocationName } from '../api/locations.ts';
import { Answer } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import room from '../order/OrderRoom.module.css';
import { OrderCards } from '../orders/OrderCards.tsx';
import { Page } from '../shell/Page.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { GoodsPanel } from './GoodsPanel.tsx';
import { MayLikePanel } from './MayLikePanel.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { SegmentsPanel } from './SegmentsPanel.tsx';
import { WhoPanel } from './WhoPanel.tsx';
import { customerIn } from './customerPath.ts';

type Rows = CustomerOverview['open'];

const OrdersPanel = ({
  title,
  rows,
  none,
}: {
  readonly title: string;
  readonly rows: Rows;
  readonly none: string;
}) => (
  <Panel title={title} aside={rows.length} flush>
    {rows.length === 0 ? <p className={room.empty}>{none}</p> : <OrderCards rows={rows} />}
  </Panel>
);

const Overview = ({ of, idOrEmail }: { readonly of: CustomerOverview; readonly idOrEmail: string }) => {
  const nameOf = useLocationName();
  return (
    <div className={room.columns}>
      <div className={room.column}>
        <FiguresPanel of={of} />
        <OrdersPanel title="Open orders" rows={of.open} none="Nothing is still to leave." />
        <OrdersPanel title="Newest orders" rows={of.newest} none="They have ordered nothing yet." />
      </div>
      <div className={room.column}>
        <WhoPanel of={of} idOrEmail={idOrEmail} />
        <SegmentsPanel idOrEmail={idOrEmail} />
        <GoodsPanel goods={of.goods} />
        {of.goods.length > 0 && <MayLikePanel idOrEmail={idOrEmail} />}
        <PlacesPanel
          title="Channels"
          places={of.channels.map(({ channel, orders }) => ({ name: channel, orders }))}
        />
        <PlacesPanel
          title="Stores"
          places={of.stores.map(({ location, orders }) => ({ name: nameOf(location), orders }))}
        />
      </div>
    </div>
  );
};

const ShownCustomer = ({ idOrEmail }: { readonly idOrEmail: string }) => {
  const customer = useQuery({
    queryKey: ['customer', idOrEmail],
    queryFn: ({ signal }) => readCustomer(idOrEmail, signal),
  });
  return (
    <Page
      title={customer.data?.customer?.name ?? customer.data?.newest[0]?.customer?.name ?? idOrEmail}
      above={
        <nav aria-label="Breadcrumb" className={room.back}>
          <Link to="/orders">Orders</Link>
        </nav>
      }
      aside={<Link to={`/orders?customer=${encodeURIComponent(idOrEmail)}`}>All their orders</Link>}
    >
      <Answer of={customer} rows={10}>
        {(data) => <Overview of={data} idOrEmail={idOrEmail} />}
      </Answer>
    </Page>
  );
};

/** Somebody who buys, over all channels and stores. */
const CustomerRoom = () => {
  const idOrEmail = customerIn(useLocation().pathname);
  return <ShownCustomer key={idOrEmail} idOrEmail={idOrEmail} />;
};

export default CustomerRoom;
