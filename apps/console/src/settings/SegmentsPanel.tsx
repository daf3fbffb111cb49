import { TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { customerSegments } from '../api/settings.ts';
import { segmentPath } from '../segments/segmentPath.ts';
import { RfmFields } from './RfmFields.tsx';
import { type RowEntry, RowList } from './RowList.tsx';
import { blankCondition, kinds } from './segmentCondition.ts';
import { SegmentConditionFields } from './SegmentConditionFields.tsx';
import {
  type EnteredSegment,
  type SegmentsDraft,
  blankSegment,
  draftOfSegments,
  faultsOfSegments,
  segmentsOfDraft,
} from './segments.ts';
import { SegmentsTry } from './SegmentsTry.tsx';
import { SettingPanel } from './SettingPanel.tsx';
import styles from './Settings.module.css';
import type { Entry } from './useSettingForm.ts';
import { t } from '../words/words.ts';

const writing = {
  setting: customerSegments,
  draftOf: draftOfSegments,
  documentOf: segmentsOfDraft,
  faultsOf: faultsOfSegments,
};

type SegmentEntry = RowEntry<EnteredSegment> & Pick<Entry<SegmentsDraft>, 'sent' | 'faults'>;

const Conditions = ({ row, set, fault, sent, faults }: SegmentEntry) => {
  const place = sent?.segments.findIndex(({ key }) => key === row.key) ?? -1;
  const wrong = fault('conditions');
  return (
    <fieldset className={`${styles.set} ${styles.wide}`}>
      <legend className="quiet">{t('Whoever is in it has all of these')}</legend>
      <div className={styles.within}>
        <RowList
          rows={row.conditions}
          sent={sent?.segments[place]?.conditions}
          faults={faults}
          pointer={`/segments/${place}/conditions`}
          change={(next) => set({ conditions: next(row.conditions) })}
          blank={blankCondition}
          fresh={t('New condition')}
          add={t('Add a condition')}
          nameOf={({ is }) => kinds[is].called}
        >
          {(entry) => <SegmentConditionFields {...entry} />}
        </RowList>
      </div>
      {wrong !== undefined && <p className={styles.wrong}>{wrong}</p>}
    </fieldset>
  );
};

const Fields = (entry: SegmentEntry) => {
  const { row, set, fault } = entry;
  return (
    <>
      {row.isNew && (
        <TextInput
          label={t('Id')}
          description={t('Lower-case letters, digits and hyphens: champions')}
          size="xs"
          required
          autoFocus
          maxLength={40}
          value={row.segmentId}
          error={fault('segmentId')}
          onChange={({ currentTarget: { value } }) => set({ segmentId: value })}
        />
      )}
      <TextInput
        label={t('Name')}
        description={t('What people read')}
        size="xs"
        required
        maxLength={100}
        value={row.name}
        error={fault('name')}
        onChange={({ currentTarget: { value } }) => set({ name: value })}
      />
      <Conditions {...entry} />
      {!row.isNew && (
        <p className={styles.wide}>
          <Link to={segmentPath(row.segmentId)}>{t('Who is in it')}</Link>
        </p>
      )}
    </>
  );
};

const fields =
  /^\/(segments\/\d+\/(segmentId|name|conditions(\/\d+\/(from|to|over|within|currency|names|names\/\d+))?)|rfm(\/currency|\/(recencyDays|orders|value)(\/\d+)?)?)$/;

/** Into which segments customers fall by what they do. */
export const SegmentsPanel = () => (
  <SettingPanel
    title={t('Customer segments')}
    about={t(
      'Into which segments customers fall by what they do, from now on; nothing is kept of who is in which. Orders that were cancelled whole or refused do not count.',
    )}
    writing={writing}
    fields={fields}
  >
    {(entry) => (
      <>
        <RfmFields {...entry} />
        <RowList
          rows={entry.draft.segments}
          sent={entry.sent?.segments}
          faults={entry.faults}
          pointer="/segments"
          change={(next) => entry.change((now) => ({ ...now, segments: next(now.segments) }))}
          blank={blankSegment}
          fresh={t('New segment')}
          add={t('Add a segment')}
          nameOf={({ name }) => name}
        >
          {(segment) => <Fields {...segment} sent={entry.sent} faults={entry.faults} />}
        </RowList>
        <SegmentsTry draft={entry.draft} />
      </>
    )}
  </SettingPanel>
);
