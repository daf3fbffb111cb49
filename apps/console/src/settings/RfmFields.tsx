import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../api/problem.ts';
import { trySegments } from '../api/settings.ts';
import { faultAt } from './faults.ts';
import { type EnteredRfm, blankRfm, draftOfRfm, faultsOfRfm, isScored, rfmOfDraft } from './rfm.ts';
import type { SegmentsDraft } from './segments.ts';
import styles from './Settings.module.css';
import type { Entry } from './useSettingForm.ts';
import { t } from '../words/words.ts';

/** Each score, with where its numbers begin: days go from the best score down, all else up. */
const scores = [
  {
    part: 'recencyDays',
    label: t('Recency: days since the last order'),
    marks: [5, 4, 3, 2],
    bound: t('up to'),
  },
  { part: 'orders', label: t('Frequency: orders'), marks: [2, 3, 4, 5], bound: t('from') },
  { part: 'value', label: t('Value'), marks: [2, 3, 4, 5], bound: t('from') },
] as const;

type Part = (typeof scores)[number];

interface FieldsProps {
  readonly of: Part;
  readonly rfm: EnteredRfm;
  readonly set: (part: Partial<EnteredRfm>) => void;
  readonly wrong: string | undefined;
}

const Bounds = ({ of: { part, label, marks, bound }, rfm, set, wrong }: FieldsProps) => (
  <fieldset className={styles.set}>
    <legend className="quiet">{label}</legend>
    <div className={styles.figures}>
      {marks.map((mark, at) => {
        const name = `${mark} ${bound}`;
        const entered = {
          size: 'xs',
          label: name,
          required: isScored(rfm),
          value: rfm[part][at] ?? '',
        } as const;
        const enter = (value: string) => set({ [part]: rfm[part].with(at, value) });
        return part === 'value' ? (
          <TextInput
            key={mark}
            {...entered}
            inputMode="decimal"
            maxLength={20}
            onChange={({ currentTarget: { value } }) => enter(value)}
          />
        ) : (
          <NumberInput
            key={mark}
            {...entered}
            hideControls
            min={0}
            max={part === 'orders' ? 1_000_000 : 36_500}
            allowDecimal={false}
            allowNegative={false}
            onChange={(value) => enter(String(value))}
          />
        );
      })}
    </div>
    {wrong !== undefined && <p className={styles.wrong}>{wrong}</p>}
  </fieldset>
);

const useSuggestion = (enter: (rfm: EnteredRfm) => void) =>
  useMutation({
    // Without segments, as one that asks for a score is refused as long as there are no numbers.
    mutationFn: (rfm: EnteredRfm) => {
      const now = faultsOfRfm(rfm).length === 0 ? rfmOfDraft(rfm) : undefined;
      return trySegments({ segments: [], ...(now && { rfm: now }) });
    },
    onSuccess: ({ suggestedRfm }) => {
      if (suggestedRfm) enter(draftOfRfm(suggestedRfm));
    },
  });

/** What is said once numbers were asked for. */
const suggestedText = ({ isPending, isError, error, data }: ReturnType<typeof useSuggestion>): string => {
  if (isPending) return t('Asking …');
  if (isError) return t('Nothing suggested: {title}', { title: problemOf(error).title });
  if (!data) return '';
  return data.suggestedRfm
    ? t('Filled in: each fifth of those who ordered last has a score of its own.')
    : t('Nothing suggested: fewer than 5 customers have ordered.');
};

/** By which numbers customers are scored, and the way to have some suggested. */
export const RfmFields = ({ draft: { rfm }, change, faults }: Entry<SegmentsDraft>) => {
  const set = (part: Partial<EnteredRfm>) => change((now) => ({ ...now, rfm: { ...now.rfm, ...part } }));
  const suggestion = useSuggestion(set);
  const wrong = faults.find(({ pointer }) => pointer === '/rfm');
  return (
    <fieldset className={styles.set}>
      <legend className={styles.name}>{t('Scores from 1 to 5')}</legend>
      <div className={styles.scores}>
        {scores.map((of) => (
          <Bounds key={of.part} of={of} rfm={rfm} set={set} wrong={faultAt(faults, `/rfm/${of.part}`)} />
        ))}
        <TextInput
          label={t('Currency of the value')}
          description={t('Such as EUR')}
          size="xs"
          maxLength={3}
          required={isScored(rfm)}
          value={rfm.currency}
          error={faultAt(faults, '/rfm/currency')}
          onChange={({ currentTarget: { value } }) => set({ currency: value })}
        />
      </div>
      {wrong && <p className={styles.wrong}>{wrong.message}</p>}
      <div className={styles.foot}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            if (!suggestion.isPending) suggestion.mutate(rfm);
          }}
        >
          {t('Suggest numbers')}
        </Button>
        {isScored(rfm) && (
          <Button size="xs" variant="default" onClick={() => set(blankRfm)}>
            {t('Score nobody')}
          </Button>
        )}
        <p role="status" className="quiet">
          {suggestedText(suggestion)}
        </p>
      </div>
    </fieldset>
  );
};
