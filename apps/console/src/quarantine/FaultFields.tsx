import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Fault } from '../api/problem.ts';
import { isOneField, placeOf, valueAt, valueOf, withValueAt, withoutValueAt, writtenAt } from './mend.ts';
import styles from './Quarantine.module.css';
import { t } from '../words/words.ts';

interface FieldProps {
  readonly fault: Fault;
  readonly message: unknown;
  readonly change: (message: unknown) => void;
}

/** What stands at a place and what is wrong there; a choice where only a few texts may stand there. */
const Field = ({ fault, message, change }: FieldProps) => {
  const { pointer, allowed } = fault;
  const before = valueAt(message, pointer);
  const written = writtenAt(message, pointer);
  const write = (text: string) => change(withValueAt(message, pointer, valueOf(text, fault, before)));
  const shown = { label: placeOf(pointer), description: fault.message, size: 'sm' as const };
  if (allowed === undefined)
    return <TextInput {...shown} value={written} onChange={({ currentTarget: { value } }) => write(value)} />;
  const other = allowed.includes(written) ? [] : [{ value: written, label: written || t('Choose') }];
  return (
    <NativeSelect
      {...shown}
      data={[...other, ...allowed.map((value) => ({ value, label: value }))]}
      value={written}
      onChange={({ currentTarget: { value } }) => write(value)}
    />
  );
};

/** A fault of more than one field, which is mended in the text. */
const Told = ({ fault: { pointer, message } }: { readonly fault: Fault }) => (
  <div className={styles.told}>
    <span>{placeOf(pointer)}</span>
    <span className="quiet">{message}</span>
  </div>
);

interface FaultFieldsProps {
  readonly faults: readonly Fault[];
  /** The message as it is corrected so far; undefined while its text is no JSON. */
  readonly message: unknown;
  readonly change: (message: unknown) => void;
}

/** Each fault beside what stands in its place, to be corrected there. */
export const FaultFields = ({ faults, message, change }: FaultFieldsProps) =>
  faults.length === 0 ? null : (
    <ul className={styles.fields} aria-label={t('Faults')}>
      {faults.map((fault) => (
        <li key={`${fault.pointer} ${fault.message}`} className={styles.field}>
          {isOneField(message, fault) ? (
            <Field fault={fault} message={message} change={change} />
          ) : (
            <Told fault={fault} />
          )}
          {fault.pointer !== '' && valueAt(message, fault.pointer) !== undefined && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('Leave out: {pointer}', { pointer: placeOf(fault.pointer) })}
              onClick={() => change(withoutValueAt(message, fault.pointer))}
            >
              {t('Leave out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
