import { NativeSelect, NumberInput, TextInput, Textarea } from '@mantine/core';
import type { RowEntry } from './RowList.tsx';
import {
  type Bounds,
  type ConditionKind,
  type EnteredCondition,
  blankCondition,
  kinds,
  partsOf,
} from './segmentCondition.ts';
import { t } from '../words/words.ts';

const kindChoices = Object.entries(kinds).map(([value, { called }]) => ({ value, label: called }));
const howChoices: readonly { value: EnteredCondition['how']; label: string }[] = [
  { value: 'any', label: t('Any of theirs') },
  { value: 'most', label: t('The one they have most') },
];

/** Least, most and step of what kinds of figures may be entered. */
const ranges: Readonly<
  Record<Exclude<Bounds, 'money' | 'names'>, { min: number; max: number; decimalScale: number }>
> = {
  count: { min: 0, max: 1_000_000, decimalScale: 0 },
  days: { min: 0, max: 36_500, decimalScale: 0 },
  percent: { min: 0, max: 100, decimalScale: 1 },
  score: { min: 1, max: 5, decimalScale: 0 },
};

const ends = ['from', 'to'] as const;
const labelOf = (end: 'from' | 'to', bounds: Bounds): string => {
  if (end === 'to') return t('At most');
  return bounds === 'days' ? t('More than') : t('At least');
};

const Names = ({ row, set, fault }: RowEntry<EnteredCondition>) => (
  <>
    <NativeSelect
      label={t('Which counts')}
      size="xs"
      data={[...howChoices]}
      value={row.how}
      onChange={({ currentTarget: { value } }) => set({ how: value as EnteredCondition['how'] })}
    />
    <Textarea
      label={t('Is one of')}
      description={t('One a line; MUG* is whatever begins so')}
      size="xs"
      autosize
      minRows={2}
      maxRows={12}
      required
      value={row.names}
      error={fault('names')}
      onChange={({ currentTarget: { value } }) => set({ names: value })}
    />
  </>
);

const Money = ({ row, set, fault }: RowEntry<EnteredCondition>) => (
  <>
    {ends.map((end) => (
      <TextInput
        key={end}
        label={labelOf(end, 'money')}
        description={t('Such as 50.00')}
        size="xs"
        inputMode="decimal"
        maxLength={20}
        value={row[end]}
        error={fault(end)}
        onChange={({ currentTarget: { value } }) => set({ [end]: value })}
      />
    ))}
    <TextInput
      label={t('Currency')}
      description={t('Such as EUR')}
      size="xs"
      maxLength={3}
      required
      value={row.currency}
      error={fault('currency')}
      onChange={({ currentTarget: { value } }) => set({ currency: value })}
    />
  </>
);

interface FiguresProps extends RowEntry<EnteredCondition> {
  readonly bounds: keyof typeof ranges;
}

const Figures = ({ row, set, fault, bounds }: FiguresProps) =>
  ends.map((end) => (
    <NumberInput
      key={end}
      label={labelOf(end, bounds)}
      size="xs"
      {...ranges[bounds]}
      allowNegative={false}
      value={row[end]}
      error={fault(partsOf(row.is)[end])}
      onChange={(value) => set({ [end]: String(value) })}
    />
  ));

/** One condition: its kind, and what that asks for. */
export const SegmentConditionFields = (entry: RowEntry<EnteredCondition>) => {
  const { row, set } = entry;
  const { bounds } = kinds[row.is];
  return (
    <>
      <NativeSelect
        label={t('What')}
        size="xs"
        autoFocus={row.isNew ?? false}
        data={kindChoices}
        value={row.is}
        // Bounds of another kind are in another unit.
        onChange={({ currentTarget: { value } }) => set({ ...blankCondition, is: value as ConditionKind })}
      />
      {bounds === 'names' && <Names {...entry} />}
      {bounds === 'money' && <Money {...entry} />}
      {bounds !== 'names' && bounds !== 'money' && <Figures {...entry} bounds={bounds} />}
    </>
  );
};
