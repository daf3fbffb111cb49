import { NumberInput } from '@mantine/core';
import { approvalLimits } from '../api/settings.ts';
import { faultAt } from './faults.ts';
import { type LimitedRole, draftOfLimits, isLimited, limitedRoles, limitsOfDraft } from './limits.ts';
import styles from './Settings.module.css';
import { SettingPanel } from './SettingPanel.tsx';
import { t } from '../words/words.ts';

const names: Readonly<Record<LimitedRole, string>> = {
  csr: t('Customer service'),
  supervisor: t('Supervisors'),
  integrator: t('Systems'),
};
const parts = [
  { part: 'price', label: t('Price lowered by, percent') },
  { part: 'discount', label: t('Given off an order, percent') },
] as const;

const writing = { setting: approvalLimits, draftOf: draftOfLimits, documentOf: limitsOfDraft };

/** How far roles go by themselves in prices and discounts. */
export const LimitsPanel = () => (
  <SettingPanel
    title={t('Approval limits')}
    about={t(
      'What is above waits for a supervisor, and what is above theirs for operations. A role without figures has no limit.',
    )}
    writing={writing}
    fields={/^\/(csr|supervisor|integrator)\/(price|discount)$/}
  >
    {({ draft, change, faults }) =>
      limitedRoles.map((role) => (
        <fieldset key={role} className={styles.set}>
          <legend className={styles.name}>{names[role]}</legend>
          <div className={styles.fields}>
            {parts.map(({ part, label }) => (
              <NumberInput
                key={part}
                label={label}
                size="xs"
                min={0}
                max={100}
                allowDecimal={false}
                allowNegative={false}
                // One figure alone would leave it open whether the other is nothing or everything.
                required={isLimited(draft[role])}
                value={draft[role][part]}
                error={faultAt(faults, `/${role}/${part}`)}
                onChange={(value) =>
                  change((now) => ({ ...now, [role]: { ...now[role], [part]: String(value) } }))
                }
              />
            ))}
          </div>
        </fieldset>
      ))
    }
  </SettingPanel>
);
