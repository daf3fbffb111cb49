import { holdRules } from '../api/settings.ts';
import { HoldConditions } from './HoldConditions.tsx';
import { HoldFields } from './HoldFields.tsx';
import { blankRule, draftOfRules, faultsOfRules, rulesOfDraft } from './holdRules.ts';
import { RowList } from './RowList.tsx';
import { SettingPanel } from './SettingPanel.tsx';
import { t } from '../words/words.ts';

const writing = {
  setting: holdRules,
  draftOf: draftOfRules,
  documentOf: rulesOfDraft,
  faultsOf: faultsOfRules,
};

/** What orders are held for as they are placed. */
export const HoldRulesPanel = () => (
  <SettingPanel
    title={t('Hold rules')}
    about={t(
      'Which orders are held as they are placed from now on. A rule holds an order of which all its conditions are true; for one reason the first such rule counts.',
    )}
    writing={writing}
    fields={
      /^\/rules\/\d+\/(name|reason|until|note|when|when\/(channels|skus|unitsFrom|isUnpaid|isUnaddressed|isGuest|totalFrom\/(amount|currency))(\/\d+)?)$/
    }
  >
    {({ draft, change, sent, faults }) => (
      <RowList
        rows={draft}
        sent={sent}
        faults={faults}
        pointer="/rules"
        change={change}
        blank={blankRule}
        fresh={t('New rule')}
        add={t('Add a rule')}
        nameOf={({ name }) => name}
        isOrdered
      >
        {(entry) => (
          <>
            <HoldFields {...entry} />
            <HoldConditions {...entry} />
          </>
        )}
      </RowList>
    )}
  </SettingPanel>
);
