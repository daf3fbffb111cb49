import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Unlisted } from '../look/Unlisted.tsx';
import { StatusMark } from '../orders/StatusMark.tsx';
import styles from './OrderRoom.module.css';
import { rich, t } from '../words/words.ts';

/** Refunds that somebody asked for, and how far each is. */
export const AskedRefunds = ({ order: { refunds = [], currency, more } }: { readonly order: Order }) =>
  refunds.length === 0 ? null : (
    <>
      <ul className={styles.refunds} aria-label={t('Refunds asked for')}>
        {refunds.map(({ refundId, paymentId, amount, status, reason, goodwill }) => (
          <li key={refundId}>
            <div className={styles.between}>
              <span className={styles.name}>
                {t('Refund of {amount}', { amount: formatMoney(amount, currency) })}
              </span>
              <StatusMark status={status} />
            </div>
            <span>
              {reason}
              {goodwill && <span className="quiet"> {t('· goodwill')}</span>}
            </span>
            <span className="quiet">
              {rich('by {code}, {code2}', { code: <code>{paymentId}</code>, code2: <code>{refundId}</code> })}
            </span>
          </li>
        ))}
      </ul>
      <Unlisted count={more?.refunds} what={t('other refunds')} />
    </>
  );
