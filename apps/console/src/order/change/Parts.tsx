import { TextInput } from '@mantine/core';
import styles from './Change.module.css';
import { type AddressPart, type ContactPart, partNow } from './draft.ts';
import { t } from '../../words/words.ts';

export const addressLabels: Readonly<Record<AddressPart, string>> = {
  name: t('Name'),
  street: t('Street'),
  postalCode: t('Postal code'),
  city: t('City'),
  region: t('Region'),
  country: t('Country code, e.g. DE'),
};
export const contactLabels: Readonly<Record<ContactPart, string>> = {
  name: t('Name'),
  email: 'E-mail',
  phone: t('Phone'),
};

interface PartsProps<Part extends string> {
  readonly labels: Readonly<Record<Part, string>>;
  readonly parts: readonly Part[];
  readonly entered: Partial<Record<Part, string>>;
  readonly known: Partial<Record<Part, string>> | undefined;
  /** Larger where they are entered and not only looked over. */
  readonly size?: 'xs' | 'sm';
  readonly set: (entered: Partial<Record<Part, string>>) => void;
}

/** The parts of an address or a contact, over what is known of it. */
export const Parts = <Part extends string>({
  labels,
  parts,
  entered,
  known,
  size = 'xs',
  set,
}: PartsProps<Part>) => (
  <div className={styles.pairs}>
    {parts.map((part) => (
      <TextInput
        key={part}
        label={labels[part]}
        size={size}
        maxLength={2_000}
        value={partNow(entered[part], known?.[part])}
        onChange={({ currentTarget: { value } }) => set({ ...entered, [part]: value })}
      />
    ))}
  </div>
);
