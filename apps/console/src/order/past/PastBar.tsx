import { Button, NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { Moment } from '../../figures/Moment.tsx';
import { Panel } from '../../look/Panel.tsx';
import styles from './Past.module.css';
import type { Axis } from './moments.ts';
import type { Past } from './usePast.ts';
import { formatMoment } from '../../figures/time.ts';
import { t } from '../../words/words.ts';

const axes: readonly { readonly value: Axis; readonly label: string }[] = [
  { value: 'happened', label: t('What had happened') },
  { value: 'recorded', label: t('What was known here') },
];

/** Goes from one moment of the order to another: by a slider, or one by one. */
export const PastBar = ({ past }: { readonly past: Past }) => {
  const id = useId();
  const { moments, index, moment, axis } = past;
  const go = (to: number) => {
    const next = moments[to];
    if (next !== undefined) past.at(next);
  };
  return (
    <Panel
      title={t('As it was')}
      aside={
        <Button size="xs" variant="default" onClick={past.close}>
          {t('Back to now')}
        </Button>
      }
    >
      <div className={styles.bar}>
        <NativeSelect
          label={t('By')}
          size="xs"
          data={[...axes]}
          value={axis}
          onChange={({ currentTarget: { value } }) => past.by(value as Axis)}
        />
        <div className={styles.slider}>
          <label htmlFor={id}>{t('Moment')}</label>
          <input
            id={id}
            type="range"
            min={0}
            max={Math.max(0, moments.length - 1)}
            value={Math.max(0, index)}
            aria-valuetext={moment === undefined ? undefined : formatMoment(moment)}
            onChange={({ currentTarget: { value } }) => go(Number(value))}
          />
        </div>
        <div className={styles.steps}>
          <Button size="xs" variant="default" disabled={index <= 0} onClick={() => go(index - 1)}>
            {t('Earlier')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={index >= moments.length - 1}
            onClick={() => go(index + 1)}
          >
            {t('Later')}
          </Button>
        </div>
      </div>
      <p role="status" className={styles.moment}>
        {moment !== undefined && (
          <>
            {axis === 'happened' ? t('What had happened by ') : t('What was known by ')}
            <Moment at={moment} />
          </>
        )}
      </p>
    </Panel>
  );
};
