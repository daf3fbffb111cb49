import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocations } from '../api/locations.ts';
import type { Comparison } from '../api/reconciliation.ts';
import { Panel } from '../look/Panel.tsx';
import styles from './Reconciliation.module.css';
import { t } from '../words/words.ts';

interface FileFieldProps {
  readonly file: File | undefined;
  readonly choose: (file: File | undefined) => void;
}

/** A file is chosen by keyboard or mouse, or dropped here. */
const FileField = ({ file, choose }: FileFieldProps) => (
  <label
    className={styles.drop}
    onDragOver={(event) => event.preventDefault()}
    onDrop={(event) => {
      event.preventDefault();
      choose(event.dataTransfer.files[0]);
    }}
  >
    <span className={styles.strong}>{t('Their stock, as CSV')}</span>
    <span className="quiet">
      {file ? file.name : t('Choose a file or drop it here. Its columns: sku, location, onHand.')}
    </span>
    <input
      type="file"
      accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
      onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
    />
  </label>
);

interface FormProps {
  readonly pending: boolean;
  readonly compare: (comparison: Comparison) => void;
}

/** What another system believes, and of which moment and place it is. */
export const CompareForm = ({ pending, compare }: FormProps) => {
  const [file, setFile] = useState<File>();
  const [moment, setMoment] = useState('');
  const [whole, setWhole] = useState('');
  const locations = useLocations();
  const submit = () => {
    if (!file) return;
    const asOf = moment !== '' && { asOf: new Date(moment).toISOString() };
    compare({ file, ...asOf, ...(whole !== '' && { wholeLocation: whole }) });
  };
  return (
    <Panel title={t('What they believe')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FileField file={file} choose={setFile} />
        <div className={styles.fields}>
          <TextInput
            type="datetime-local"
            label={t('As of')}
            description={t('Now where it is left out')}
            value={moment}
            onChange={({ currentTarget: { value } }) => setMoment(value)}
          />
          <NativeSelect
            label={t('Names all stock of')}
            description={t('What is there and not in the file is listed')}
            data={[
              { value: '', label: t('No location') },
              ...locations.map(({ locationId, name }) => ({ value: locationId, label: name })),
            ]}
            value={whole}
            onChange={({ currentTarget: { value } }) => setWhole(value)}
          />
        </div>
        <div>
          <Button type="submit" disabled={!file} loading={pending}>
            {t('Compare')}
          </Button>
        </div>
      </form>
    </Panel>
  );
};
