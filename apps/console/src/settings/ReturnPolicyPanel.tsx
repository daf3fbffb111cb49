import { Checkbox, NumberInput, TextInput, Textarea } from '@mantine/core';
import { returnPolicy } from '../api/settings.ts';
import { faultAt } from './faults.ts';
import { type EnteredReason, blankReason, draftOfPolicy, policyOfDraft } from './returnPolicy.ts';
import { type RowEntry, RowList } from './RowList.tsx';
import styles from './Settings.module.css';
import { SettingPanel } from './SettingPanel.tsx';
import type { Entry } from './useSettingForm.ts';
import { t } from '../words/words.ts';

const whole = { size: 'xs', min: 0, allowDecimal: false, allowNegative: false } as const;
const mostDays = 3_650;

/** Days that hold for whatever comes back, and what is never withdrawn from. */
const Terms = ({ draft, change, faults }: Entry<ReturnType<typeof draftOfPolicy>>) => (
  <div className={styles.fields}>
    <NumberInput
      {...whole}
      label={t('Days to return')}
      description={t('After the last delivery')}
      max={mostDays}
      required
      value={draft.days}
      error={faultAt(faults, '/days')}
      onChange={(value) => change((now) => ({ ...now, days: String(value) }))}
    />
    <NumberInput
      {...whole}
      label={t('Days to withdraw')}
      description={t('For consumers; 14 where left blank')}
      max={mostDays}
      value={draft.withdrawalDays}
      error={faultAt(faults, '/withdrawalDays')}
      onChange={(value) => change((now) => ({ ...now, withdrawalDays: String(value) }))}
    />
    <Textarea
      label={t('Never withdrawn from')}
      description={t('SKUs without that right, one a line')}
      size="xs"
      autosize
      minRows={2}
      maxRows={12}
      value={draft.noWithdrawal}
      error={faultAt(faults, '/noWithdrawal/skus')}
      onChange={({ currentTarget: { value } }) => change((now) => ({ ...now, noWithdrawal: value }))}
    />
  </div>
);

const Reason = ({ row, set, fault }: RowEntry<EnteredReason>) => (
  <>
    {row.isNew && (
      <TextInput
        label={t('Code')}
        description={t('Lower-case letters, digits and hyphens: too-small')}
        size="xs"
        required
        autoFocus
        maxLength={40}
        value={row.code}
        error={fault('code')}
        onChange={({ currentTarget: { value } }) => set({ code: value })}
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
    <NumberInput
      {...whole}
      label={t('Days of its own')}
      description={t('The days to return where left blank')}
      max={mostDays}
      value={row.days}
      error={fault('days')}
      onChange={(value) => set({ days: String(value) })}
    />
    <NumberInput
      {...whole}
      label={t('Fee, percent')}
      description={t('Of what the goods are worth')}
      max={100}
      value={row.feePercent}
      error={fault('feePercent')}
      onChange={(value) => set({ feePercent: String(value) })}
    />
    <Checkbox
      size="xs"
      label={t('Postage is given back with the last of the goods')}
      checked={row.givesBackCharges}
      error={fault('givesBackCharges')}
      onChange={({ currentTarget: { checked } }) => set({ givesBackCharges: checked })}
    />
  </>
);

const writing = { setting: returnPolicy, draftOf: draftOfPolicy, documentOf: policyOfDraft };

/** For how long, for what and at what cost goods come back. */
export const ReturnPolicyPanel = () => (
  <SettingPanel
    title={t('Return policy')}
    about={t(
      'For how long, for what and at what cost goods come back from now on. What was agreed before stays.',
    )}
    writing={writing}
    fields={
      /^\/(days|withdrawalDays|noWithdrawal\/skus(\/\d+)?|reasons\/\d+\/(code|name|days|feePercent|givesBackCharges))$/
    }
  >
    {(entry) => (
      <>
        <Terms {...entry} />
        <RowList
          rows={entry.draft.reasons}
          sent={entry.sent?.reasons}
          faults={entry.faults}
          pointer="/reasons"
          change={(next) => entry.change((now) => ({ ...now, reasons: next(now.reasons) }))}
          blank={blankReason}
          fresh={t('New reason')}
          add={t('Add a reason')}
          nameOf={({ code }) => code}
        >
          {(reason) => <Reason {...reason} />}
        </RowList>
      </>
    )}
  </SettingPanel>
);
