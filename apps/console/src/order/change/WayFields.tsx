import { NativeSelect } from '@mantine/core';
import { StoreSelect } from '../StoreSelect.tsx';
import styles from './Change.module.css';
import type { Way } from './draft.ts';
import { t } from '../../words/words.ts';

interface WayFieldsProps {
  readonly way: Way;
  readonly choose: (way: Way) => void;
  readonly disabled?: boolean;
}

/** Sent, or collected in a store. */
export const WayFields = ({ way, choose, disabled = false }: WayFieldsProps) => (
  <>
    <NativeSelect
      label={t('Method')}
      size="xs"
      disabled={disabled}
      data={[
        { value: 'ship', label: t('Ship') },
        { value: 'pickup', label: t('Pickup') },
      ]}
      value={way.method}
      onChange={({ currentTarget: { value } }) =>
        choose(value === 'pickup' ? { method: 'pickup' } : { method: 'ship' })
      }
    />
    {way.method === 'pickup' && !disabled && (
      <div className={styles.wide}>
        <StoreSelect
          place={way.pickupAt ?? null}
          choose={(id) => choose({ method: 'pickup', pickupAt: id ?? undefined })}
        />
      </div>
    )}
  </>
);
