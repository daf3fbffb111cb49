import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type AttributeValue, type DeclaredAttribute, useDeclaredAttributes } from '../../api/attributes.ts';
import styles from './Change.module.css';
import type { EnteredAttributes } from './draft.ts';
import { t } from '../../words/words.ts';

interface FieldProps {
  readonly declared: DeclaredAttribute;
  readonly value: AttributeValue | null;
  readonly set: (value: AttributeValue | null) => void;
}

const Field = ({ declared, value, set }: FieldProps) => {
  const shared = { label: declared.label ?? declared.name, size: 'xs' } as const;
  switch (declared.type) {
    case 'integer':
      return (
        <NumberInput
          {...shared}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(now) => set(now === '' ? null : Number(now))}
        />
      );
    case 'boolean':
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: '', label: '–' },
            { value: 'true', label: t('Yes') },
            { value: 'false', label: t('No') },
          ]}
          value={value === null ? '' : String(value)}
          onChange={({ currentTarget: { value: now } }) => set(now === '' ? null : now === 'true')}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          data={[
            { value: '', label: '–' },
            ...(declared.values ?? []).map((one) => ({ value: one, label: one })),
          ]}
          value={String(value ?? '')}
          onChange={({ currentTarget: { value: now } }) => set(now === '' ? null : now)}
        />
      );
    case 'text':
    case 'date':
      return (
        <TextInput
          {...shared}
          type={declared.type}
          maxLength={300}
          value={String(value ?? '')}
          onChange={({ currentTarget: { value: now } }) => set(now === '' ? null : now)}
        />
      );
    default:
      return declared.type satisfies never;
  }
};

interface AttributeFieldsProps {
  readonly on: DeclaredAttribute['on'];
  readonly entered: EnteredAttributes | undefined;
  readonly known: Readonly<Record<string, AttributeValue>> | undefined;
  readonly set: (entered: EnteredAttributes) => void;
}

/** A field for each attribute that is declared; nothing where none is. */
export const AttributeFields = ({ on, entered = {}, known = {}, set }: AttributeFieldsProps) => {
  const all = useDeclaredAttributes(on);
  return all.length === 0 ? null : (
    <div className={`${styles.pairs} ${styles.wide}`}>
      {all.map((declared) => (
        <Field
          key={declared.name}
          declared={declared}
          value={
            entered[declared.name] === undefined ? (known[declared.name] ?? null) : entered[declared.name]!
          }
          set={(value) => set({ ...entered, [declared.name]: value })}
        />
      ))}
    </div>
  );
};
