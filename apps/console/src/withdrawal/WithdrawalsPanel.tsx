import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Order } from '../api/order.ts';
import type { OrderWithdrawal } from '../api/withdrawals.ts';
import { Moment } from '../figures/Moment.tsx';
import { Panel } from '../look/Panel.tsx';
import { itemName } from '../order/itemName.ts';
import styles from '../order/OrderRoom.module.css';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { isWithdrawable } from './declaration.ts';
import { Receipt } from './Receipt.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';
import own from './Withdrawals.module.css';
import { rich, t } from '../words/words.ts';

interface WithdrawalProps {
  readonly order: Order;
  readonly of: OrderWithdrawal;
  readonly isNew: boolean;
}

const Withdrawal = ({ order, of, isNew }: WithdrawalProps) => {
  const [toggled, toggle] = useState<boolean>();
  const mayRead = useServesCustomers();
  const { withdrawalId, declaredAt, lines, returnId } = of;
  const isShown = toggled ?? isNew;
  return (
    <li>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>{withdrawalId}</span>{' '}
          <span className="quiet">{rich('· declared {moment}', { moment: <Moment at={declaredAt} /> })}</span>
        </span>
        {returnId !== undefined && <span>{t('comes back as {returnId}', { returnId })}</span>}
      </div>
      <div className={styles.parts}>
        {lines.map((line) => (
          <span key={line.lineId}>
            {line.quantity} × {itemName(order, line)}
          </span>
        ))}
      </div>
      {mayRead && (
        <div className={own.actions}>
          <Button
            size="xs"
            variant="default"
            aria-expanded={isShown}
            aria-label={t('Receipt of {withdrawalId}', { withdrawalId })}
            onClick={() => toggle(!isShown)}
          >
            {t('Receipt')}
          </Button>
        </div>
      )}
      {mayRead && isShown && <Receipt orderId={order.orderId} withdrawalId={withdrawalId} isNew={isNew} />}
    </li>
  );
};

/** The button that opens the form has the focus again once that is closed; a new receipt, once it is given. */
const useRecording = () => {
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [recorded, setRecorded] = useState<string>();
  const close = (withdrawalId?: string) => {
    setOpen(false);
    setRecorded(withdrawalId);
    if (withdrawalId === undefined) opener.current?.focus();
  };
  return { opener, isOpen, recorded, open: () => setOpen(true), close };
};

/** What the customer withdrew from, with the receipts. Left out where nothing was, nor can be recorded. */
export const WithdrawalsPanel = ({ order }: { readonly order: Order }) => {
  const { opener, isOpen, recorded, open, close } = useRecording();
  const mayRecord = useServesCustomers() && isWithdrawable(order);
  const { withdrawals = [] } = order;
  if (withdrawals.length === 0 && !mayRecord && !isOpen) return null;
  return (
    <Panel
      title={t('Withdrawals')}
      flush
      aside={
        mayRecord || isOpen ? (
          <Button
            ref={opener}
            size="xs"
            variant="default"
            aria-expanded={isOpen}
            onClick={isOpen ? () => close() : open}
          >
            {t('Withdraw for the customer')}
          </Button>
        ) : (
          withdrawals.length
        )
      }
    >
      {isOpen && <WithdrawForm order={order} close={close} />}
      {withdrawals.length === 0 && !isOpen && (
        <p className={styles.empty}>{t('The customer did not withdraw from anything.')}</p>
      )}
      <ul className={styles.list}>
        {withdrawals.map((one) => (
          <Withdrawal key={one.withdrawalId} order={order} of={one} isNew={one.withdrawalId === recorded} />
        ))}
      </ul>
    </Panel>
  );
};
