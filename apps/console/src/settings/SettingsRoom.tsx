import { Empty } from '../look/Answer.tsx';
import { Page } from '../shell/Page.tsx';
import { useMaySet } from '../sign-in/useMaySet.ts';
import { AttributesPanel } from './AttributesPanel.tsx';
import { AvailabilityPanel } from './AvailabilityPanel.tsx';
import { HoldRulesPanel } from './HoldRulesPanel.tsx';
import { LimitsPanel } from './LimitsPanel.tsx';
import { ReturnPolicyPanel } from './ReturnPolicyPanel.tsx';
import { SegmentsPanel } from './SegmentsPanel.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { t } from '../words/words.ts';

/** What holds for all orders, set by operations. */
const SettingsRoom = () => {
  const maySet = useMaySet();
  return (
    <Page title={t('Settings')}>
      {maySet === false && (
        <Empty title={t('You cannot change settings')}>
          {t('Operations set what holds for all orders.')}
        </Empty>
      )}
      {maySet && (
        <>
          <LimitsPanel />
          <AttributesPanel />
          <ReturnPolicyPanel />
          <HoldRulesPanel />
          <AvailabilityPanel />
          <SegmentsPanel />
          <TimelinePanel />
        </>
      )}
    </Page>
  );
};

export default SettingsRoom;
