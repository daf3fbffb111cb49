import type { Order } from '../api/order.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { Unlisted } from '../look/Unlisted.tsx';
import { wordsOf } from '../orders/status.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

export const PaymentsPanel = ({ order: { payments, currency, more } }: { readonly order: Order }) => (
  <Panel title={t('Payments')} aside={payments.length} flush>
    {payments.length === 0 ? (
      <p className={styles.empty}>{t('No payment has been reported.')}</p>
    ) : (
      <ul className={styles.list}>
        {payments.map(({ paymentId, method, amount, status, refunded, ended }) => (
          <li key={paymentId}>
            <div className={styles.between}>
              <span>{method === undefined ? t('Payment') : wordsOf(method)}</span>
              <span className="numeric">{formatMoney(amount, currency)}</span>
            </div>
            <div className={styles.between}>
              <code className="quiet">{paymentId}</code>
              <StatusMark status={status} />
            </div>
            {ended !== undefined && (
              <p className="quiet">
                {ended === 'expired'
                  ? t('What was set aside beyond it ran out.')
                  : t('What was set aside beyond it was given up.')}
              </p>
            )}
            {refunded !== undefined && (
              <div className={styles.between}>
                <span className="quiet">{t('Given back')}</span>
                <span className="numeric">{formatMoney(refunded, currency)}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
    )}
    <Unlisted count={more?.payments} what={t('facts about other payments')} />
  </Panel>
);
