import { NumberInput, Textarea } from '@mantine/core';
import { availabilityPolicy } from '../api/settings.ts';
import {
  type EnteredChannels,
  availabilityOfDraft,
  blankChannels,
  draftOfAvailability,
  faultsOfAvailability,
} from './availability.ts';
import { type RowEntry, RowList } from './RowList.tsx';
import { SettingPanel } from './SettingPanel.tsx';
import { linesOf } from './rows.ts';
import { t } from '../words/words.ts';

const writing = {
  setting: availabilityPolicy,
  draftOf: draftOfAvailability,
  documentOf: availabilityOfDraft,
  faultsOf: faultsOfAvailability,
};

const lists = [
  { part: 'channels', label: t('Channels'), description: t('One a line'), required: true },
  { part: 'keepBackOf', label: t('Kept back of some goods'), description: t('SKU and units, one a line') },
  { part: 'without', label: t('Not told of these locations'), description: t('Location ids, one a line') },
] as const;
const figures = [
  { part: 'keepBack', label: t('Kept back'), description: t('Units of each SKU at each location') },
  { part: 'most', label: t('Never more than'), description: t('Units of a SKU in all') },
] as const;

const Fields = ({ row, set, fault }: RowEntry<EnteredChannels>) => (
  <>
    {figures.map(({ part, label, description }) => (
      <NumberInput
        key={part}
        label={label}
        description={description}
        size="xs"
        min={0}
        max={1_000_000_000}
        allowDecimal={false}
        allowNegative={false}
        value={row[part]}
        error={fault(part)}
        onChange={(value) => set({ [part]: String(value) })}
      />
    ))}
    {lists.map(({ part, label, description, ...needed }) => (
      <Textarea
        key={part}
        label={label}
        description={description}
        size="xs"
        autosize
        minRows={2}
        maxRows={12}
        autoFocus={part === 'channels' && (row.isNew ?? false)}
        {...needed}
        value={row[part]}
        error={fault(part)}
        onChange={({ currentTarget: { value } }) => set({ [part]: value })}
      />
    ))}
  </>
);

/** What channels are told of stock. */
export const AvailabilityPanel = () => (
  <SettingPanel
    title={t('Availability by channel')}
    about={t(
      'What channels are told of stock. The first rule that names a channel counts; a channel that none names is told of all there is. Orders are sourced from all stock all the same.',
    )}
    writing={writing}
    fields={/^\/rules\/\d+\/(channels|keepBack|keepBackOf|without|most)(\/\d+(\/(sku|units))?)?$/}
  >
    {({ draft, change, sent, faults }) => (
      <RowList
        rows={draft}
        sent={sent}
        faults={faults}
        pointer="/rules"
        change={change}
        blank={blankChannels}
        fresh={t('New rule')}
        add={t('Add a rule')}
        nameOf={({ channels }) => linesOf(channels).join(', ')}
        isOrdered
      >
        {(entry) => <Fields {...entry} />}
      </RowList>
    )}
  </SettingPanel>
);
