import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { declaredAttributes } from '../api/settings.ts';
import { type EnteredAttribute, attributesOfDraft, blankAttribute, draftOfAttributes } from './attributes.ts';
import { type RowEntry, RowList } from './RowList.tsx';
import { SettingPanel } from './SettingPanel.tsx';
import { t, within } from '../words/words.ts';

const types: readonly { value: EnteredAttribute['type']; label: string }[] = [
  { value: 'text', label: t('Text') },
  { value: 'integer', label: t('Whole number') },
  { value: 'boolean', label: t('Yes or no') },
  { value: 'date', label: t('Date') },
  { value: 'choice', label: t('Choice') },
];
const places: readonly { value: EnteredAttribute['on']; label: string }[] = [
  { value: 'order', label: t('Orders') },
  { value: 'line', label: t('Lines') },
];

const labelIn = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** What an attribute is stays as it was declared, for the sake of those that orders carry. */
const Declaring = ({ row, set, fault }: RowEntry<EnteredAttribute>) => (
  <>
    <TextInput
      label={t('Name')}
      description={t('Lower-case letters, digits and hyphens: gift-wrap')}
      size="xs"
      required
      autoFocus
      maxLength={40}
      value={row.name}
      error={fault('name')}
      onChange={({ currentTarget: { value } }) => set({ name: value })}
    />
    <NativeSelect
      label={t('Of')}
      size="xs"
      data={[...places]}
      value={row.on}
      error={fault('on')}
      onChange={({ currentTarget: { value } }) => set({ on: value as EnteredAttribute['on'] })}
    />
    <NativeSelect
      label={t('Type')}
      size="xs"
      data={[...types]}
      value={row.type}
      error={fault('type')}
      onChange={({ currentTarget: { value } }) => set({ type: value as EnteredAttribute['type'] })}
    />
  </>
);

const Fields = (entry: RowEntry<EnteredAttribute>) => {
  const { row, set, fault } = entry;
  return (
    <>
      {row.isNew && <Declaring {...entry} />}
      <TextInput
        label={t('Label')}
        description={t('What people read; its name where left blank')}
        size="xs"
        maxLength={100}
        value={row.label}
        error={fault('label')}
        onChange={({ currentTarget: { value } }) => set({ label: value })}
      />
      {row.type === 'choice' && (
        <Textarea
          label={t('Values')}
          description={t('What there is to choose, one a line')}
          size="xs"
          autosize
          minRows={2}
          maxRows={12}
          value={row.values}
          error={fault('values')}
          onChange={({ currentTarget: { value } }) => set({ values: value })}
        />
      )}
    </>
  );
};

const writing = { setting: declaredAttributes, draftOf: draftOfAttributes, documentOf: attributesOfDraft };

/** What orders and lines may carry beside what every order has. */
export const AttributesPanel = () => (
  <SettingPanel
    title={t('Attributes')}
    about={t(
      'What your shop says of orders and lines beside what every order has. Taking one away leaves what orders carry already.',
    )}
    writing={writing}
    fields={/^\/attributes\/\d+\/(name|on|type|label|values(\/\d+)?)$/}
  >
    {({ draft, change, sent, faults }) => (
      <RowList
        rows={draft}
        sent={sent}
        faults={faults}
        pointer="/attributes"
        change={change}
        blank={blankAttribute}
        fresh={t('New attribute')}
        add={t('Add an attribute')}
        nameOf={({ name, on, type }) =>
          `${name} · ${within(labelIn(places, on))} · ${within(labelIn(types, type))}`
        }
      >
        {(entry) => <Fields {...entry} />}
      </RowList>
    )}
  </SettingPanel>
);
