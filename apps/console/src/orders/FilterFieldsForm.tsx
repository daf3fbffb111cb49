import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import 'dayjs/locale/de';
import { DatePickerInput } from '@mantine/dates';
import { useDeclaredAttributes } from '../api/attributes.ts';
import { useLocations } from '../api/locations.ts';
import { countOf, noFields } from './filter.ts';
import type { FilterFields } from './filter.ts';
import styles from './OrdersRoom.module.css';
import { orderStatuses, wordsOf } from './status.ts';
import { useDelayedText } from './useDelayedText.ts';
import { t } from '../words/words.ts';
import { language } from '../words/own.ts';

interface FilterProps {
  readonly fields: FilterFields;
  readonly change: (fields: FilterFields) => void;
  /** A search looks at all orders, so the filters rest meanwhile. */
  readonly searching: boolean;
  /** Shows the labels above the fields, where there is room for them. */
  readonly labelled: boolean;
}

interface TextFilterProps {
  readonly label: string;
  /** How a value is written, where that is not plain. */
  readonly hint?: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly disabled: boolean;
  readonly labelled: boolean;
}

const TextFilter = ({ label, hint = t('Any'), value, change, disabled, labelled }: TextFilterProps) => {
  const { text, type } = useDelayedText(value, change);
  return (
    <TextInput
      label={label}
      classNames={{ label: styles.label ?? '' }}
      placeholder={labelled ? hint : label}
      size={labelled ? 'sm' : 'xs'}
      disabled={disabled}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};

export const FilterFieldsForm = ({ fields, change, searching, labelled }: FilterProps) => {
  const ofOrders = useDeclaredAttributes('order').length;
  const hasAttributes = ofOrders + useDeclaredAttributes('line').length > 0;
  const locations = useLocations().map(({ locationId, name }) => ({ value: locationId, label: name }));
  const set = (part: Partial<FilterFields>) => change({ ...fields, ...part });
  const text = { disabled: searching, labelled };
  const size = labelled ? ('sm' as const) : ('xs' as const);
  const shared = { size, disabled: searching, classNames: { label: styles.label ?? '' } };
  const hint = (label: string) => (labelled ? t('Any') : label);
  return (
    <div className={styles.fields}>
      <MultiSelect
        {...shared}
        className={styles.status ?? ''}
        label={t('Status')}
        placeholder={fields.status.length === 0 ? hint(t('Status')) : ''}
        data={orderStatuses.map((status) => ({ value: status, label: wordsOf(status) }))}
        value={[...fields.status]}
        onChange={(status) => set({ status })}
        clearable
        clearButtonProps={{ 'aria-label': t('Clear the statuses') }}
      />
      <TextFilter
        label={t('Channel')}
        value={fields.channel}
        change={(channel) => set({ channel })}
        {...text}
      />
      <Select
        {...shared}
        label={t('Location')}
        placeholder={hint(t('Location'))}
        data={locations}
        value={fields.location === '' ? null : fields.location}
        onChange={(location) => set({ location: location ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('Clear the location') }}
      />
      <TextFilter
        label={t('Customer')}
        value={fields.customer}
        change={(customer) => set({ customer })}
        {...text}
      />
      <TextFilter label={t('SKU')} value={fields.sku} change={(sku) => set({ sku })} {...text} />
      {hasAttributes && (
        <TextFilter
          label={t('Attribute')}
          hint="gift-wrap:festive"
          value={fields.attribute}
          change={(attribute) => set({ attribute })}
          {...text}
        />
      )}
      <DatePickerInput
        {...shared}
        type="range"
        locale={language}
        label={t('Placed between')}
        placeholder={hint(t('Placed between'))}
        value={[fields.from === '' ? null : fields.from, fields.to === '' ? null : fields.to]}
        onChange={([from, to]) => set({ from: from ?? '', to: to ?? '' })}
        valueFormat="D MMM YYYY"
        allowSingleDateInRange
        weekendDays={[]}
        clearable
        clearButtonProps={{ 'aria-label': t('Clear the days') }}
      />
      {countOf(fields) > 0 && (
        <Button className={styles.clear ?? ''} size="xs" variant="subtle" onClick={() => change(noFields)}>
          {t('Clear filters')}
        </Button>
      )}
    </div>
  );
};
