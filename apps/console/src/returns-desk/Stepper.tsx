import { ActionIcon, NumberInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import styles from './ReturnsDesk.module.css';
import { t } from '../words/words.ts';

interface StepperProps {
  /** What is counted, for those who hear the buttons. */
  readonly name: string;
  readonly units: number;
  readonly most: number;
  readonly set: (units: number) => void;
}

/** Counts units by thumb, or by number where there are many. */
export const Stepper = ({ name, units, most, set }: StepperProps) => {
  const button = { size: 44, variant: 'default' } as const;
  return (
    <div className={styles.stepper}>
      <ActionIcon
        {...button}
        aria-label={t('One less: {name}', { name })}
        disabled={units <= 0}
        onClick={() => set(units - 1)}
      >
        <IconMinus size={18} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={t('Units: {name}', { name })}
        className={styles.count ?? ''}
        hideControls
        min={0}
        max={Math.max(most, units)}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={units}
        onChange={(value) => set(Number(value))}
      />
      <ActionIcon
        {...button}
        aria-label={t('One more: {name}', { name })}
        disabled={units >= most}
        onClick={() => set(units + 1)}
      >
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
};
