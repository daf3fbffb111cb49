import { Checkbox, NumberInput, TextInput, Textarea } from '@mantine/core';
import type { EnteredRule } from './holdRules.ts';
import type { RowEntry } from './RowList.tsx';
import styles from './Settings.module.css';
import { t } from '../words/words.ts';

const lists = [
  { part: 'channels', label: t('Came by one of these channels'), description: t('One a line') },
  { part: 'skus', label: t('Has one of these goods'), description: t('SKUs, one a line') },
] as const;
const marks = [
  { part: 'isUnpaid', label: t('Is not paid in full') },
  { part: 'isUnaddressed', label: t('Is to be sent and has no full address') },
  { part: 'isGuest', label: t('Is of a guest') },
] as const;

const Figures = ({ row, set, fault }: RowEntry<EnteredRule>) => (
  <>
    <TextInput
      label={t('Total from')}
      description={t('Such as 500.00')}
      size="xs"
      inputMode="decimal"
      maxLength={20}
      required={row.currency.trim() !== ''}
      value={row.totalFrom}
      error={fault('when/totalFrom/amount')}
      onChange={({ currentTarget: { value } }) => set({ totalFrom: value })}
    />
    <TextInput
      label={t('Currency of the total')}
      description={t('Such as EUR')}
      size="xs"
      maxLength={3}
      required={row.totalFrom.trim() !== ''}
      value={row.currency}
      error={fault('when/totalFrom/currency')}
      onChange={({ currentTarget: { value } }) => set({ currency: value })}
    />
    <NumberInput
      label={t('Units from')}
      description={t('Of all its goods')}
      size="xs"
      min={1}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      value={row.unitsFrom}
      error={fault('when/unitsFrom')}
      onChange={(value) => set({ unitsFrom: String(value) })}
    />
  </>
);

/** Which orders a rule holds. */
export const HoldConditions = (entry: RowEntry<EnteredRule>) => {
  const { row, set, fault } = entry;
  return (
    <fieldset className={`${styles.set} ${styles.wide}`}>
      <legend className="quiet">{t('Holds an order that')}</legend>
      <div className={styles.fields}>
        {marks.map(({ part, label }) => (
          <Checkbox
            key={part}
            label={label}
            size="xs"
            checked={row[part]}
            error={fault(`when/${part}`)}
            onChange={({ currentTarget: { checked } }) => set({ [part]: checked })}
          />
        ))}
      </div>
      <div className={styles.fields}>
        <Figures {...entry} />
        {lists.map(({ part, label, description }) => (
          <Textarea
            key={part}
            label={label}
            description={description}
            size="xs"
            autosize
            minRows={2}
            maxRows={12}
            value={row[part]}
            error={fault(`when/${part}`)}
            onChange={({ currentTarget: { value } }) => set({ [part]: value })}
          />
        ))}
      </div>
      {fault('when') !== undefined && <p className={styles.wrong}>{fault('when')}</p>}
    </fieldset>
  );
};
