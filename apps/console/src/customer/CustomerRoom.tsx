import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { type CustomerOverview, readCustomer } from '../api/customers.ts';
import type { AskedMoment } from '../api/moment.ts';
import { useLocationName } from '../api/locations.ts';
import { Answer } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { MomentPanel } from '../moment/MomentPanel.tsx';
import { isNow } from '../moment/moment.ts';
import { useAskedMoment } from '../moment/useAskedMoment.ts';
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
import { t } from '../words/words.ts';

type Rows = CustomerOverview['open'];

const OrdersPanel = ({
  title,
  rows,
  none,
  moment,
}: {
  readonly title: string;
  readonly rows: Rows;
  readonly none: string;
  readonly moment: AskedMoment;
}) => (
  <Panel title={title} aside={rows.length} flush>
    {rows.length === 0 ? <p className={room.empty}>{none}</p> : <OrderCards rows={rows} moment={moment} />}
  </Panel>
);

interface OverviewProps {
  readonly of: CustomerOverview;
  readonly idOrEmail: string;
  readonly moment: AskedMoment;
}

/** What they are in and may like is told of now alone. */
const Overview = ({ of, idOrEmail, moment }: OverviewProps) => {
  const nameOf = useLocationName();
  return (
    <div className={room.columns}>
      <div className={room.column}>
        <FiguresPanel of={of} />
        <OrdersPanel
          title={t('Open orders')}
          rows={of.open}
          none={t('Nothing is still to leave.')}
          moment={moment}
        />
        <OrdersPanel
          title={t('Newest orders')}
          rows={of.newest}
          none={isNow(moment) ? t('They have ordered nothing yet.') : t('They had ordered nothing by then.')}
          moment={moment}
        />
      </div>
      <div className={room.column}>
        <WhoPanel of={of} idOrEmail={idOrEmail} isNow={isNow(moment)} />
        {isNow(moment) && <SegmentsPanel idOrEmail={idOrEmail} />}
        <GoodsPanel goods={of.goods} />
        {isNow(moment) && of.goods.length > 0 && <MayLikePanel idOrEmail={idOrEmail} />}
        <PlacesPanel
          title={t('Channels')}
          places={of.channels.map(({ channel, orders }) => ({ name: channel, orders }))}
        />
        <PlacesPanel
          title={t('Stores')}
          places={of.stores.map(({ location, orders }) => ({ name: nameOf(location), orders }))}
        />
      </div>
    </div>
  );
};

interface ActionsProps {
  readonly idOrEmail: string;
  /** Opens the choice of a moment, where it is closed. */
  readonly openPast: (() => void) | undefined;
}

const Actions = ({ idOrEmail, openPast }: ActionsProps) => (
  <div className={room.actions}>
    {openPast && (
      <Button size="xs" variant="default" onClick={openPast}>
        {t('As it was')}
      </Button>
    )}
    <Link to={`/orders?customer=${encodeURIComponent(idOrEmail)}`}>{t('All their orders')}</Link>
  </div>
);

const ShownCustomer = ({ idOrEmail }: { readonly idOrEmail: string }) => {
  const [moment, ask] = useAskedMoment();
  const [isOpened, setOpened] = useState(false);
  const isPastOpen = isOpened || !isNow(moment);
  const customer = useQuery({
    queryKey: ['customer', idOrEmail, moment],
    queryFn: ({ signal }) => readCustomer(idOrEmail, moment, signal),
  });
  return (
    <Page
      title={customer.data?.customer?.name ?? customer.data?.newest[0]?.customer?.name ?? idOrEmail}
      above={
        <nav aria-label={t('Breadcrumb')} className={room.back}>
          <Link to="/orders">{t('Orders')}</Link>
        </nav>
      }
      aside={<Actions idOrEmail={idOrEmail} openPast={isPastOpen ? undefined : () => setOpened(true)} />}
    >
      {isPastOpen && <MomentPanel moment={moment} ask={ask} />}
      <Answer of={customer} rows={10}>
        {(data) => <Overview of={data} idOrEmail={idOrEmail} moment={moment} />}
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
