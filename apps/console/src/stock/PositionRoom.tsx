import { Link, useLocation } from 'react-router';
import { useProductName } from '../api/goods.ts';
import { useLocationName } from '../api/locations.ts';
import type { Place } from '../api/stock.ts';
import { Page } from '../shell/Page.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { MomentPanel } from '../moment/MomentPanel.tsx';
import styles from './Stock.module.css';
import { positionIn, stockPath } from './stockPath.ts';
import { useAskedMoment } from '../moment/useAskedMoment.ts';
import { t } from '../words/words.ts';

const Position = ({ place }: { readonly place: Place }) => {
  const [moment, ask] = useAskedMoment();
  const nameOf = useLocationName();
  const name = useProductName(place.sku);
  return (
    <Page
      title={t('{name} at {location}', { name: name ?? place.sku, location: nameOf(place.location) })}
      above={
        <nav aria-label={t('Breadcrumb')} className={styles.back}>
          <Link to="/stock">{t('Stock')}</Link>
          {' / '}
          <Link to={stockPath(place.sku, moment)}>{name ?? place.sku}</Link>
        </nav>
      }
      aside={
        <span className="quiet">
          {place.sku} · {place.location}
        </span>
      }
    >
      <MomentPanel moment={moment} ask={ask} />
      <FiguresPanel place={place} moment={moment} />
      <LedgerPanel place={place} moment={moment} />
    </Page>
  );
};

/** What is of a SKU at one location, now or as it was, and how it came about. */
const PositionRoom = () => {
  const place = positionIn(useLocation().pathname);
  return <Position key={`${place.sku}@${place.location}`} place={place} />;
};

export default PositionRoom;
