import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import { type Repair, type RepairedStock, previewRepair, repairStock } from '../api/reconciliation.ts';
import { useOnceAbout } from '../api/useOnce.ts';
import { Failure } from '../look/Failure.tsx';
import { Panel } from '../look/Panel.tsx';
import { orderPath } from '../orders/summary.ts';
import styles from './Reconciliation.module.css';
import { figuresInWords } from './words.ts';
import { rich, t } from '../words/words.ts';

/** As many as one command may name. */
const most = 200;

const rowsIn = (rows: number): string => t('{rows, plural, one {1 row} other {{rows} rows}}', { rows });

const Preview = ({ of }: { readonly of: readonly RepairedStock[] }) => {
  const nameOf = useLocationName();
  return (
    <ul className={styles.stack} aria-label={t('What stock would become')}>
      {of.map(({ sku, location, now, then, breaks }) => (
        <li key={`${sku} ${location}`}>
          <span className={styles.strong}>
            {sku} <span className="quiet">{nameOf(location)}</span>
          </span>
          <div>{t('Now {now}; then {then}.', { now: figuresInWords(now), then: figuresInWords(then) })}</div>
          {breaks.map(({ orderId, fulfilmentId, lineId, quantity }) => (
            <div key={`${orderId} ${fulfilmentId} ${lineId}`} className={styles.breaks}>
              {rich('{link} loses {quantity} that it was promised.', {
                link: <Link to={orderPath(orderId)}>{orderId}</Link>,
                quantity,
              })}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
};

interface FormProps {
  readonly rows: Repair['rows'];
  /** Told once what was chosen is recorded. */
  readonly done: () => void;
}

/** Puts chosen rows right, once it was seen what that does. */
export const RepairForm = ({ rows, done }: FormProps) => {
  const [reason, setReason] = useState('reconciliation');
  const preview = useMutation({ mutationFn: previewRepair });
  const repair = useOnceAbout(['reconciliation'], repairStock);
  const body = { rows, reason: reason.trim() };
  const seen = preview.isSuccess && JSON.stringify(preview.variables?.rows) === JSON.stringify(rows);
  const isIdle = rows.length === 0 || rows.length > most;
  return (
    <Panel title={t('Put right here')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (seen) repair.mutate(body, { onSuccess: done });
          else preview.mutate(body);
        }}
      >
        <p className="quiet">
          {t(
            'Their count of each row that is chosen is recorded as ours, with your name and the reason. What moved after it stays on top.',
          )}
        </p>
        <TextInput
          label={t('Reason')}
          maxLength={120}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        {seen && <Preview of={preview.data} />}
        <Failure of={preview.error ?? repair.error} />
        {rows.length > most && <p className="quiet">{t('At most {most} rows at once.', { most })}</p>}
        <div className={styles.actions}>
          <Button
            type="submit"
            disabled={isIdle || body.reason === ''}
            loading={preview.isPending || repair.isPending}
          >
            {seen
              ? t('Put {rows} right', { rows: rowsIn(rows.length) })
              : t('Preview {rows}', { rows: rowsIn(rows.length) })}
          </Button>
        </div>
        <p role="status" className={repair.isSuccess ? styles.done : 'visually-hidden'}>
          {repair.isSuccess &&
            t('{data} put right. Stock follows in a moment.', { data: rowsIn(repair.data.length) })}
        </p>
      </form>
    </Panel>
  );
};
