import { NativeSelect } from '@mantine/core';
import { useReturnReasons } from '../api/take-back.ts';
import { t } from '../words/words.ts';

interface ReasonSelectProps {
  readonly reason: string;
  readonly choose: (code: string) => void;
}

/** What goods come back for, as the return policy words it. */
export const ReasonSelect = ({ reason, choose }: ReasonSelectProps) => {
  const reasons = useReturnReasons();
  // A reason that the policy has no more is kept: something was authorised for it.
  const isGone = reason !== '' && reasons.every(({ code }) => code !== reason);
  return (
    <NativeSelect
      label={t('Reason')}
      size="md"
      data={[
        { value: '', label: t('Choose …') },
        ...reasons.map(({ code, name }) => ({ value: code, label: name })),
        ...(isGone ? [{ value: reason, label: reason }] : []),
      ]}
      value={reason}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
};
