import { useLocationName } from '../api/locations.ts';
import type { Fulfilment, LineQuantity, Order } from '../api/order.ts';
import { Moment } from '../figures/Moment.tsx';
import { FirstOf } from '../look/FirstOf.tsx';
import { Panel } from '../look/Panel.tsx';
import { Unlisted } from '../look/Unlisted.tsx';
import { wordsOf } from '../orders/status.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';
import { trackingPage } from './trackingPage.ts';
import { whyNoneServes } from './whyNone.ts';
import { t } from '../words/words.ts';

export const Parts = ({
  lines,
  order,
}: {
  readonly lines: readonly LineQuantity[];
  readonly order: Order;
}) => (
  <div className={styles.parts}>
    <FirstOf items={lines} most={12}>
      {(line) => (
        <span key={line.lineId}>
          {line.quantity} × {itemName(order, line)}
        </span>
      )}
    </FirstOf>
  </div>
);

type Shipment = Fulfilment['shipments'][number];

/** The number of the carrier, which leads to its page where we know one. */
const Tracking = ({ of: { shipmentId, carrier, tracking } }: { readonly of: Shipment }) => {
  const page = trackingPage(carrier, tracking);
  const number = <code>{tracking ?? shipmentId}</code>;
  if (page === undefined) return number;
  return (
    <a
      href={page}
      target="_blank"
      rel="noreferrer"
      aria-label={t('Track {tracking} with {carrier}', { tracking, carrier })}
    >
      {number}
    </a>
  );
};

const Shipments = ({ shipments }: Pick<Fulfilment, 'shipments'>) => (
  <>
    {shipments.map((shipment) => (
      <div key={shipment.shipmentId} className={styles.between}>
        <span>
          {shipment.carrier ?? t('Shipment')} <Tracking of={shipment} />
        </span>
        <StatusMark status={shipment.status} />
      </div>
    ))}
  </>
);

export const FulfilmentsPanel = ({ order }: { readonly order: Order }) => {
  const nameOf = useLocationName();
  return (
    <Panel title={t('Fulfilments')} aside={order.fulfilments.length} flush>
      {order.fulfilments.length === 0 ? (
        <p className={styles.empty}>{whyNoneServes(order)}</p>
      ) : (
        <ul className={styles.list}>
          {order.fulfilments.map((fulfilment) => (
            <li key={fulfilment.fulfilmentId}>
              <div className={styles.between}>
                <span>
                  <span className={styles.name}>
                    {fulfilment.location === undefined
                      ? fulfilment.fulfilmentId
                      : nameOf(fulfilment.location)}
                  </span>{' '}
                  <span className="quiet">
                    · {wordsOf(fulfilment.method)}
                    {fulfilment.elsewhere && t(' · decided elsewhere')}
                  </span>
                </span>
                <StatusMark status={fulfilment.status} />
              </div>
              <div className={styles.between}>
                <Parts lines={fulfilment.lines} order={order} />
                <span className="quiet">
                  <Moment at={fulfilment.updatedAt} />
                </span>
              </div>
              <Shipments shipments={fulfilment.shipments} />
            </li>
          ))}
        </ul>
      )}
      <Unlisted count={order.more?.fulfilments} what={t('fulfilments')} />
    </Panel>
  );
};
