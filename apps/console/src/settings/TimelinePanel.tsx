import { Checkbox, TextInput, Textarea } from '@mantine/core';
import { timelinePolicy } from '../api/settings.ts';
import { type RowEntry, RowList } from './RowList.tsx';
import { SettingPanel } from './SettingPanel.tsx';
import { TimelineTry } from './TimelineTry.tsx';
import {
  type EnteredTimelineRule,
  blankTimelineRule,
  draftOfTimelinePolicy,
  timelinePolicyOfDraft,
} from './timelinePolicy.ts';
import { t } from '../words/words.ts';

const writing = {
  setting: timelinePolicy,
  draftOf: draftOfTimelinePolicy,
  documentOf: timelinePolicyOfDraft,
};

const texts = [
  {
    part: 'ruleId',
    label: t('Id'),
    description: t('Lower-case letters, digits and hyphens: scans'),
    max: 40,
  },
  { part: 'why', label: t('Why'), description: t('Why people need not read it'), max: 300 },
] as const;
const lists = [
  {
    part: 'types',
    pointer: 'types',
    label: t('Steps'),
    description: t('Their types, or a beginning with *, one a line'),
  },
  {
    part: 'sources',
    pointer: 'sources',
    label: t('Told by'),
    description: t('Systems, one a line; blank for any'),
  },
  {
    part: 'is',
    pointer: 'where/is',
    label: t('Is one of'),
    description: t('What the field says, one a line'),
  },
] as const;

type List = (typeof lists)[number];

const Lines = ({ of, row, set, fault }: RowEntry<EnteredTimelineRule> & { readonly of: List }) => (
  <Textarea
    label={of.label}
    description={of.description}
    size="xs"
    autosize
    minRows={2}
    maxRows={12}
    required={of.part === 'types'}
    value={row[of.part]}
    error={fault(of.pointer)}
    onChange={({ currentTarget: { value } }) => set({ [of.part]: value })}
  />
);

const Fields = (entry: RowEntry<EnteredTimelineRule>) => {
  const { row, set, fault } = entry;
  const [types, sources, is] = lists;
  return (
    <>
      {texts.map(({ part, label, description, max }) => (
        <TextInput
          key={part}
          label={label}
          description={description}
          size="xs"
          required
          autoFocus={part === 'ruleId' && (row.isNew ?? false)}
          maxLength={max}
          value={row[part]}
          error={fault(part)}
          onChange={({ currentTarget: { value } }) => set({ [part]: value })}
        />
      ))}
      <Lines of={types} {...entry} />
      <Lines of={sources} {...entry} />
      <TextInput
        label={t('Field')}
        description={t('Of the data of the step: status')}
        size="xs"
        maxLength={64}
        value={row.field}
        error={fault('where/field')}
        onChange={({ currentTarget: { value } }) => set({ field: value })}
      />
      <Lines of={is} {...entry} />
      <Checkbox
        label={t('Only from the second of its type on')}
        size="xs"
        checked={row.repeated}
        error={fault('repeated')}
        onChange={({ currentTarget: { checked } }) => set({ repeated: checked })}
      />
    </>
  );
};

/** What the timelines of orders leave out. */
export const TimelinePanel = () => (
  <SettingPanel
    title={t('Steps left out of timelines')}
    about={t(
      'What people need not read. The first rule that fits a step leaves it out; nothing is lost, and whoever reads a timeline can show it all. That an order was placed, cancelled or rejected is always told.',
    )}
    writing={writing}
    fields={/^\/rules\/\d+\/(ruleId|why|types|sources|repeated|where\/(field|is))(\/\d+)?$/}
  >
    {({ draft, change, sent, faults }) => (
      <>
        <RowList
          rows={draft}
          sent={sent}
          faults={faults}
          pointer="/rules"
          change={change}
          blank={blankTimelineRule}
          fresh={t('New rule')}
          add={t('Add a rule')}
          nameOf={({ ruleId }) => ruleId}
          isOrdered
        >
          {(entry) => <Fields {...entry} />}
        </RowList>
        <TimelineTry policy={timelinePolicyOfDraft(draft)} />
      </>
    )}
  </SettingPanel>
);
