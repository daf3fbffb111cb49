import { Link } from 'react-router';
import { Page } from '../shell/Page.tsx';
import { watching } from '../sign-in/roles.ts';
import { useHasRole } from '../sign-in/useHasRole.ts';
import { useMayReport } from '../trade/useTrade.ts';
import { Figures } from './Figures.tsx';
import { NeedsPanel } from './NeedsPanel.tsx';
import { OrdersPerMinutePanel } from './OrdersPerMinutePanel.tsx';
import { t } from '../words/words.ts';

/** First what needs doing, then how much there is. */
const OverviewRoom = () => (
  <Page title={t('Overview')} aside={useMayReport() && <Link to="/trade">{t('Trade by day')}</Link>}>
    <NeedsPanel />
    {useHasRole(watching) && (
      <>
        <Figures />
        <OrdersPerMinutePanel />
      </>
    )}
  </Page>
);

export default OverviewRoom;
