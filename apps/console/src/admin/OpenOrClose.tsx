import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Location, network, setActive } from '../api/locations.ts';
import { Confirm } from '../look/Confirm.tsx';
import { isOpen } from './locationWords.ts';
import { t } from '../words/words.ts';

interface OpenOrCloseProps {
  readonly of: Location;
  readonly close: () => void;
}

/** Asks before an open location is closed, or a closed one opened: either moves orders. */
export const OpenOrClose = ({ of: location, close }: OpenOrCloseProps) => {
  const client = useQueryClient();
  const closes = isOpen(location);
  const change = useMutation({
    mutationFn: () => setActive(location, !closes),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: network.queryKey });
    },
  });
  return (
    <Confirm
      title={`${closes ? t('Close##do') : t('Open##do')} ${location.name}?`}
      keep={t('Leave it')}
      confirm={closes ? t('Close it') : t('Open it')}
      takesAway={closes}
      doing={change}
      close={close}
      go={() => change.mutate()}
    >
      <p>
        {closes
          ? t(
              'What is in stock there can no longer be sold, and it is given no more orders. Those it has stay with it.',
            )
          : t(
              'What is in stock there can be sold again, and orders that wait for stock may go there at once.',
            )}
      </p>
      <p>{t('It stays so until somebody, or a system that looks after locations, says otherwise.')}</p>
    </Confirm>
  );
};
