import { Alert, Button } from '@mantine/core';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.ts';
import { formatMoney } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import styles from './NewOrder.module.css';
import { OutlookView } from '../outlook/OutlookView.tsx';
import { askedOf, inquiryOf } from './placing.ts';
import { sumsOf } from './sums.ts';
import { forgetDraft } from './stored.ts';
import { NotAgreed, type NewOrder } from './useNewOrder.ts';
import { t } from '../words/words.ts';

/** An earlier attempt of this order was placed with other entries. */
const isThere = new Set(['already-captured', 'idempotency-key-reused']);

const ToOrder = ({ orderId }: { readonly orderId: string }) => (
  <Link to={`/orders/${encodeURIComponent(orderId)}`} onClick={forgetDraft}>
    {t('Open the order')}
  </Link>
);

/** Why it was not placed, or not as it was agreed. */
const Failed = ({ form: { draft, error } }: { readonly form: NewOrder }) => {
  if (error === null) return null;
  const isPlaced = error instanceof NotAgreed;
  const { title, detail, code } = problemOf(isPlaced ? error.cause : error);
  const isEarlier = isThere.has(code);
  return (
    <Alert
      color={isPlaced || isEarlier ? 'orange' : 'red'}
      variant="light"
      role="alert"
      classNames={{ label: styles.failed ?? '' }}
      title={
        isPlaced
          ? t('The order is placed, at the prices of the catalogue')
          : isEarlier
            ? t('This order is placed already, with other entries')
            : title
      }
    >
      {isPlaced && <p>{t('What was agreed otherwise was not done: {title}.', { title })}</p>}
      {isEarlier ? (
        <p>{t('An earlier attempt arrived. Change the order on its page.')}</p>
      ) : (
        detail && <p>{detail}</p>
      )}
      {isPlaced && <ToOrder orderId={error.orderId} />}
      {isEarlier && !isPlaced && <ToOrder orderId={`${draft.channel}.${draft.number}`} />}
    </Alert>
  );
};

const Row = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <li>
    <span>{name}</span>
    <span className="nowrap">{value}</span>
  </li>
);

const Sums = ({ form: { draft } }: { readonly form: NewOrder }) => {
  const sums = sumsOf(draft);
  const show = (minor: number) => formatMoney(minor, draft.currency);
  if (draft.lines.length === 0) return <p className="quiet">{t('Nothing is ordered yet.')}</p>;
  if (sums === undefined)
    return <p className="quiet">{t('The sum is worked out once every price and amount is entered.')}</p>;
  return (
    <ul className={styles.sums}>
      <Row name={t('Goods')} value={show(sums.goods)} />
      {sums.shipping !== 0 && <Row name={t('Shipping')} value={show(sums.shipping)} />}
      {sums.discount !== 0 && <Row name={t('Discount')} value={show(-sums.discount)} />}
      <Row name={t('Total')} value={show(sums.total)} />
    </ul>
  );
};

/** What the order comes to, and the way to place it. */
export const PlacePanel = ({ form }: { readonly form: NewOrder }) => {
  const isPlaced = form.error instanceof NotAgreed;
  const hasAgreed = askedOf(form.draft).changes.length > 0;
  return (
    <Panel title={t('Sum')}>
      <div className={styles.stack}>
        <Sums form={form} />
        <OutlookView
          inquiry={inquiryOf(form.draft)}
          nameOf={({ lineId, sku }) => form.draft.lines[Number(lineId) - 1]?.name ?? sku}
        />
        {hasAgreed && (
          <p className="quiet">
            {t(
              'Another price or a discount is agreed once the order is placed. Above your limits it waits for a supervisor, and until then the order is at the prices of the catalogue.',
            )}
          </p>
        )}
        <Failed form={form} />
        <p role="status" className={styles.lacking}>
          {form.isLacking && t('Something is still to be entered: it is marked where it belongs.')}
        </p>
        <Button fullWidth loading={form.isPending} onClick={form.place}>
          {form.error !== null && (isPlaced || problemOf(form.error).retryable)
            ? t('Try again')
            : t('Place the order')}
        </Button>
      </div>
    </Panel>
  );
};
