import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocationName } from '../api/locations.ts';
import type { Order, OrderReturn } from '../api/order.ts';
import { returnReceived } from '../api/waiting.ts';
import { formatMoney } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { FirstOf } from '../look/FirstOf.tsx';
import { Panel } from '../look/Panel.tsx';
import { Unlisted } from '../look/Unlisted.tsx';
import { wordsOf } from '../orders/status.ts';
import { AuthoriseForm } from '../returns-desk/AuthoriseForm.tsx';
import { canBeAuthorised } from '../returns-desk/backUnits.ts';
import { useMayTakeBack } from '../returns-desk/mayTakeBack.ts';
import { neededFirst } from '../waiting/neededFirst.ts';
import { ExpectedReturns } from './ExpectedReturns.tsx';
import { itemName } from './itemName.ts';
import styles from './OrderRoom.module.css';
import { rich, t, within } from '../words/words.ts';

/** What a return is worth to the customer: refunded with it, or credited at a desk and due no longer. */
const givenFor = ({ refund, credited }: OrderReturn, currency: string): string =>
  [
    ...(credited !== undefined
      ? [t('{credited} credited', { credited: formatMoney(credited, currency) })]
      : []),
    ...(refund !== 0 || credited === undefined
      ? [t('{refund} refunded', { refund: formatMoney(refund, currency) })]
      : []),
  ].join(', ');

export const Return = ({ order, of }: { readonly order: Order; readonly of: OrderReturn }) => {
  const nameOf = useLocationName();
  return (
    <li>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>
            {of.location === undefined ? t('Returned') : nameOf(of.location)}
          </span>{' '}
          <span className="quiet">
            · <Moment at={of.at} />
          </span>
        </span>
        <span>{givenFor(of, order.currency)}</span>
      </div>
      <div className={styles.parts}>
        <FirstOf items={of.lines} most={12}>
          {(line) => (
            <span key={line.lineId}>
              {line.quantity} × {itemName(order, line)}
              {line.disposition !== undefined && ` – ${within(wordsOf(line.disposition))}`}
            </span>
          )}
        </FirstOf>
        {(of.charges ?? []).map(({ code, name, amount }, index) => (
          <span key={`${code} ${index}`}>
            {name ?? wordsOf(code)} – {formatMoney(Math.abs(amount), order.currency)}{' '}
            {amount < 0 ? t('given back') : t('charged')}
          </span>
        ))}
      </div>
    </li>
  );
};

/** The button that opens the form has the focus again once that is closed. */
const useAuthorising = () => {
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return { opener, isOpen, open: () => setOpen(true), close };
};

/** Returns that were told of and are not applied yet, since what they need was not told. */
const WaitingReturns = ({ of }: { readonly of: Order['waiting'] }) =>
  of.map(({ messageId, waitsFor, since }) => (
    <li key={messageId}>
      <div className={styles.between}>
        <span>
          <span className={styles.name}>{t('Returned, and waits')}</span>{' '}
          <span className="quiet">{rich('· since {moment}', { moment: <Moment at={since} /> })}</span>
        </span>
        <span>{t('not counted until {waitsFor}', { waitsFor: neededFirst(waitsFor) })}</span>
      </div>
    </li>
  ));

/** What came back and what may. Left out where neither is so, nor can be said, which is the rule. */
export const ReturnsPanel = ({ order }: { readonly order: Order }) => {
  const { opener, isOpen, open, close } = useAuthorising();
  const mayAuthorise = useMayTakeBack() && order.lines.some((line) => canBeAuthorised(order, line) > 0);
  const waiting = order.waiting.filter(({ messageType }) => messageType === returnReceived);
  const count = order.returns.length + (order.expectedReturns?.length ?? 0);
  const isEmpty = count === 0 && waiting.length === 0;
  if (isEmpty && !mayAuthorise && !isOpen) return null;
  return (
    <Panel
      title={t('Returns')}
      flush
      aside={
        mayAuthorise || isOpen ? (
          <Button
            ref={opener}
            size="xs"
            variant="default"
            aria-expanded={isOpen}
            onClick={isOpen ? close : open}
          >
            {t('Goods may come back')}
          </Button>
        ) : (
          count
        )
      }
    >
      {isOpen && <AuthoriseForm order={order} close={close} />}
      {isEmpty && !isOpen && <p className={styles.empty}>{t('Nothing came back.')}</p>}
      <ul className={styles.list}>
        <WaitingReturns of={waiting} />
        <ExpectedReturns order={order} />
        {order.returns.map((one) => (
          <Return key={one.returnId} order={order} of={one} />
        ))}
      </ul>
      <Unlisted count={order.more?.returns} what={t('returns')} />
    </Panel>
  );
};
