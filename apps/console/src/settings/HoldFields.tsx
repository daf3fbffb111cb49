import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { commonReasons } from '../order/holding.ts';
import type { EnteredRule } from './holdRules.ts';
import type { RowEntry } from './RowList.tsx';
import { t } from '../words/words.ts';

const ends: readonly { value: EnteredRule['until']; label: string }[] = [
  { value: '', label: t('Somebody releases it') },
  { value: 'paid', label: t('It is paid') },
  { value: 'addressed', label: t('It has another address') },
];

/** What a rule is called, and what becomes of the orders it holds. */
export const HoldFields = ({ row, set, fault }: RowEntry<EnteredRule>) => (
  <>
    <TextInput
      label={t('Name')}
      size="xs"
      required
      autoFocus={row.isNew ?? false}
      maxLength={100}
      value={row.name}
      error={fault('name')}
      onChange={({ currentTarget: { value } }) => set({ name: value })}
    />
    <Autocomplete
      label={t('Reason')}
      size="xs"
      required
      maxLength={40}
      data={[...commonReasons]}
      value={row.reason}
      error={fault('reason')}
      onChange={(value) => set({ reason: value })}
    />
    <NativeSelect
      label={t('Held until')}
      size="xs"
      data={[...ends]}
      value={row.until}
      error={fault('until')}
      onChange={({ currentTarget: { value } }) => set({ until: value as EnteredRule['until'] })}
    />
    <TextInput
      label={t('Note')}
      size="xs"
      maxLength={300}
      value={row.note}
      error={fault('note')}
      onChange={({ currentTarget: { value } }) => set({ note: value })}
    />
  </>
);
