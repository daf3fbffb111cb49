import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Empty } from '../look/Answer.tsx';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { Page } from '../shell/Page.tsx';
import { CustomerEntry } from './CustomerEntry.tsx';
import { GoodsEntry } from './GoodsEntry.tsx';
import { MoneyEntry } from './MoneyEntry.tsx';
import styles from './NewOrder.module.css';
import { PlacePanel } from './PlacePanel.tsx';
import type { JustPlaced } from './justPlaced.ts';
import { useNewOrder } from './useNewOrder.ts';
import { t } from '../words/words.ts';

/** An order that is taken while the customer waits, on the phone or at a counter. */
const TakeOrder = () => {
  const navigate = useNavigate();
  const form = useNewOrder(({ orderId, agreed }) => {
    void navigate(`/orders/${encodeURIComponent(orderId)}`, { state: { agreed } satisfies JustPlaced });
  });
  return (
    <Page
      title={t('New order')}
      aside={
        form.isTouched &&
        !form.isClosed && (
          <Button size="xs" variant="default" onClick={form.restart}>
            {t('Start over')}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <fieldset className={styles.entries} disabled={form.isClosed} aria-label={t('The order')}>
          <CustomerEntry form={form} />
          <GoodsEntry form={form} />
          <MoneyEntry form={form} />
        </fieldset>
        <div className={styles.beside}>
          <PlacePanel form={form} />
        </div>
      </div>
    </Page>
  );
};

/** For those who serve customers: nobody else may place an order. */
const NewOrderRoom = () =>
  useServesCustomers() ? (
    <TakeOrder />
  ) : (
    <Page title={t('New order')}>
      <Empty title={t('You cannot place orders')}>{t('Whoever serves customers can.')}</Empty>
    </Page>
  );

export default NewOrderRoom;
