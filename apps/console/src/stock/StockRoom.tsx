import { Button } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { type Product, searchProducts, useProductName } from '../api/goods.ts';
import type { AskedMoment } from '../api/moment.ts';
import { Panel } from '../look/Panel.tsx';
import { Finder } from '../new-order/Finder.tsx';
import room from '../order/OrderRoom.module.css';
import { Page } from '../shell/Page.tsx';
import { MomentPanel } from '../moment/MomentPanel.tsx';
import { isNow } from '../moment/moment.ts';
import { PositionsPanel } from './PositionsPanel.tsx';
import { SellablePanel } from './SellablePanel.tsx';
import styles from './Stock.module.css';
import { stockPath } from './stockPath.ts';
import { useAskedMoment } from '../moment/useAskedMoment.ts';
import { t } from '../words/words.ts';

/** Goods are chosen by what they are called, or by a SKU that the catalogue does not know. */
const FindGoods = ({ moment }: { readonly moment: AskedMoment }) => {
  const navigate = useNavigate();
  return (
    <Panel title={t('Of what')}>
      <Finder<Product>
        label={t('Find goods')}
        description={t('Words of the name, or a SKU.')}
        found={t('Goods that were found')}
        search={searchProducts}
        keyOf={({ sku }) => sku}
        item={({ sku, name }, putAway) => (
          <Link to={stockPath(sku, moment)} className={styles.found} onClick={putAway}>
            <span className={styles.name}>{name}</span> <span className="quiet">{sku}</span>
          </Link>
        )}
        none={(q, putAway) => (
          <>
            <p>{t('Nothing in the catalogue is called so.')}</p>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                putAway();
                void navigate(stockPath(q, moment));
              }}
            >
              {t('Show stock of the SKU {q}', { q })}
            </Button>
          </>
        )}
      />
    </Panel>
  );
};

const StockOf = ({ sku, moment }: { readonly sku: string; readonly moment: AskedMoment }) => {
  const [search, setSearch] = useSearchParams();
  const ask = (channel: string) =>
    setSearch((before) => {
      const others = [...before].filter(([name]) => name !== 'channel');
      return new URLSearchParams([...others, ...(channel === '' ? [] : [['channel', channel]])]);
    });
  return isNow(moment) ? (
    <div className={room.columns}>
      <PositionsPanel sku={sku} moment={moment} />
      <SellablePanel sku={sku} channel={search.get('channel') ?? ''} ask={ask} />
    </div>
  ) : (
    <PositionsPanel sku={sku} moment={moment} />
  );
};

/** What is of a SKU everywhere, now or as it was. */
const StockRoom = () => {
  const sku = useSearchParams()[0].get('sku') ?? '';
  const [moment, ask] = useAskedMoment();
  const name = useProductName(sku);
  return (
    <Page
      title={sku === '' ? t('Stock') : t('Stock of {name}', { name: name ?? sku })}
      aside={name !== undefined && <span className="quiet">{sku}</span>}
    >
      <FindGoods moment={moment} />
      {sku !== '' && (
        <>
          <MomentPanel moment={moment} ask={ask} />
          <StockOf key={sku} sku={sku} moment={moment} />
        </>
      )}
    </Page>
  );
};

export default StockRoom;
