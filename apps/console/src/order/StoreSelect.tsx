import { Select } from '@mantine/core';
import { useLocations } from '../api/locations.ts';
import { t } from '../words/words.ts';

interface StoreSelectProps {
  readonly place: string | null;
  readonly choose: (id: string | null) => void;
  /** Stores that are no choice. */
  readonly without?: ReadonlySet<string | undefined>;
  /** Where a thumb chooses, larger than among other fields. */
  readonly size?: 'xs' | 'md';
}

/** A location where customers collect. */
export const StoreSelect = ({ place, choose, without, size = 'xs' }: StoreSelectProps) => {
  const places = useLocations().filter(
    ({ locationId, capabilities = [] }) =>
      capabilities.includes('pickup') && without?.has(locationId) !== true,
  );
  return (
    <Select
      label={t('Store')}
      size={size}
      data={places.map(({ locationId, name }) => ({ value: locationId, label: name }))}
      value={place}
      onChange={choose}
      searchable
      required
    />
  );
};
