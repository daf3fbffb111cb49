import { Checkbox } from '@mantine/core';
import type { Choose } from './useChosen.ts';
import { t } from '../words/words.ts';

interface ChooseAllProps {
  /** Of all that are shown. */
  readonly ids: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: Choose;
}

/** Chooses all that are shown, or none; between the two where some are chosen. */
export const ChooseAll = ({ ids, chosen, choose }: ChooseAllProps) => {
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <Checkbox
      size="xs"
      label={t('All {ids} that are shown', { ids: ids.length })}
      checked={count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      onChange={({ currentTarget: { checked } }) => choose(ids, checked)}
    />
  );
};
