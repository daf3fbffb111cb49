import type { ChangePreview } from '../../api/change.ts';
import { useLocationName } from '../../api/locations.ts';
import type { Order } from '../../api/order.ts';
import { Moment } from '../../figures/Moment.tsx';
import { formatMoney } from '../../figures/money.ts';
import { OutlookView } from '../../outlook/OutlookView.tsx';
import { itemName } from '../itemName.ts';
import styles from './Change.module.css';
import { type Charge, differenceInWords } from './previewWords.ts';
import { rich, t } from '../../words/words.ts';

interface PreviewProps {
  readonly order: Order;
  readonly preview: ChangePreview;
}

interface Destined {
  /** Where what is sent would be sent to. */
  readonly shipTo: Order['shipTo'];
}

interface PreviewViewProps extends PreviewProps, Destined {
  /** Charges and discounts that join. */
  readonly charges: readonly Charge[];
}

const LineMoney = ({ order, preview: { lines, currency } }: PreviewProps) => (
  <ul className={styles.money}>
    {lines.map((line) => {
      const { lineId, quantity, due } = line;
      const isSame = quantity.before === quantity.after;
      return (
        <li key={lineId}>
          <span>
            {isSame ? quantity.after : `${quantity.before} → ${quantity.after}`} × {itemName(order, line)}
          </span>
          <span className="nowrap">
            {formatMoney(due.before, currency)} → {formatMoney(due.after, currency)}
          </span>
        </li>
      );
    })}
  </ul>
);

/** Units that are to be found a place, with where that would be, and units that places are to give up. */
const Units = ({ order, preview: { toSource, release }, shipTo }: PreviewProps & Destined) => {
  const nameOf = useLocationName();
  return (
    <>
      {toSource.length > 0 && (
        <p className="quiet">
          {t('To be sourced: {toSource}', {
            toSource: toSource.map((one) => `${one.quantity} × ${itemName(order, one)}`).join(', '),
          })}
        </p>
      )}
      <OutlookView
        inquiry={{
          orderId: order.orderId,
          channel: order.channel,
          ...(shipTo && { shipTo }),
          lines: toSource.map(asked),
        }}
        nameOf={(line) => itemName(order, line)}
      />
      {release.length > 0 && (
        <p className="quiet">
          {t('Given up: {release}', {
            release: release
              .map((one) =>
                t('{quantity} × {order} at {location}', {
                  quantity: one.quantity,
                  order: itemName(order, one),
                  location: nameOf(one.location),
                }),
              )
              .join(', '),
          })}
        </p>
      )}
    </>
  );
};

const asked = ({ method, ...line }: ChangePreview['toSource'][number]) => ({
  ...line,
  method: method === 'pickup' ? ('pickup' as const) : ('ship' as const),
});

/** Lines that are promised for another moment. */
const Promises = ({ order, preview: { promises } }: PreviewProps) => {
  const [first] = promises;
  if (first === undefined) return null;
  return (
    <p className="quiet">
      {rich('Promised by {moment}: {promises}', {
        moment: <Moment at={first.promisedBy} brief />,
        promises: promises
          .map(({ lineId }) => itemName(order, { lineId, sku: t('line {lineId}', { lineId }) }))
          .join(', '),
      })}
    </p>
  );
};

/** What comes of the changes: money line by line, what is due, and the units that move. */
export const PreviewView = ({ order, preview, charges, shipTo }: PreviewViewProps) => {
  const { due, difference, currency, blocked } = preview;
  // While something is in the way nothing is computed, and figures without it would say that all stays the same.
  if (blocked.length > 0)
    return (
      <p role="status" className={styles.difference}>
        {t('This cannot be made as it is.')}
      </p>
    );
  return (
    <>
      <LineMoney order={order} preview={preview} />
      <ul className={styles.money}>
        {charges.map(({ code, amount }) => (
          <li key={code}>
            <span>{code}</span>
            <span className="nowrap">{formatMoney(amount, currency)}</span>
          </li>
        ))}
        <li className={styles.due}>
          <span>{t('Due')}</span>
          <span className="nowrap">
            {formatMoney(due.before, currency)} → {formatMoney(due.after, currency)}
          </span>
        </li>
      </ul>
      <p role="status" className={styles.difference}>
        {differenceInWords(difference, currency)}
      </p>
      <Units order={order} preview={preview} shipTo={shipTo} />
      <Promises order={order} preview={preview} />
    </>
  );
};
