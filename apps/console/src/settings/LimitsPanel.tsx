import { NumberInput } from '@mantine/core';
import { approvalLimits } from '../api/settings.ts';
import { faultAt } from './faults.ts';
import { type LimitedRole, draftOfLimits, isLimited, limitedRoles, limitsOfDraft } from './limits.ts';
import styles from './Settings.module.css';
import { SettingPanel } from './SettingPanel.tsx';

const names: Readonly<Record<LimitedRole, string>> = {
  csr: 'Customer service',
  supervisor: 'Supervisors',
  integrator: 'Systems',
};
const parts = [
  { part: 'price', label: 'Price lowered by, percent' },
  { part: 'discount', label: 'Given off an order, percent' },
] as const;

const writing = { setting: approvalLimits, draftOf: draftOfLimits, documentOf: limitsOfDraft };

/** How far roles go by themselves in prices and discounts. */
export const LimitsPanel = () => (
  <SettingPanel
    title="Approval limits"
    about="What is above waits for a supervisor, and what is above theirs for operations. A role without figures has no limit."
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
