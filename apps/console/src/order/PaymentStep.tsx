import type { Order } from '../api/order.ts';
import styles from './OrderRoom.module.css';
import { paymentStepOf } from './paymentToAsk.ts';
import { t } from '../words/words.ts';

/** What is to be done about money, said before anything else. */
export const PaymentStep = ({ order }: { readonly order: Order }) => {
  const step = paymentStepOf(order);
  return step === undefined ? null : (
    <section className={styles.waiting} aria-label={t('Payment to be asked for')}>
      <p>{step}</p>
    </section>
  );
};
