import type { CustomerOverview } from '../api/customers.ts';
import { useProductName } from '../api/goods.ts';
import { Panel } from '../look/Panel.tsx';
import room from '../order/OrderRoom.module.css';
import styles from './Customer.module.css';
import { t } from '../words/words.ts';

type Good = CustomerOverview['goods'][number];

const GoodItem = ({ good: { sku, name, units, returned } }: { readonly good: Good }) => {
  const known = useProductName(name === undefined ? sku : '');
  return (
    <li>
      <span>
        <span className={styles.name}>{name ?? known ?? sku}</span> <span className="quiet">{sku}</span>
      </span>
      <span className="nowrap">
        {units}
        {returned > 0 && <span className="quiet"> {t('· {returned} back', { returned })}</span>}
      </span>
    </li>
  );
};

/** What they order most. */
export const GoodsPanel = ({ goods }: { readonly goods: readonly Good[] }) => (
  <Panel title={t('Orders most')} flush>
    {goods.length === 0 ? (
      <p className={room.empty}>{t('Nothing yet.')}</p>
    ) : (
      <ul className={styles.list}>
        {goods.slice(0, 10).map((good) => (
          <GoodItem key={good.sku} good={good} />
        ))}
      </ul>
    )}
  </Panel>
);
