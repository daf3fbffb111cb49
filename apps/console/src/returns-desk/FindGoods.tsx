import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Product, searchProducts } from '../api/goods.ts';
import { Finder } from '../new-order/Finder.tsx';
import styles from './ReturnsDesk.module.css';
import { t } from '../words/words.ts';

interface FindGoodsProps {
  readonly label: string;
  /** A product of the catalogue, or a SKU that it does not know. */
  readonly add: (good: Pick<Product, 'sku'> & Partial<Product>) => void;
}

/** Finds goods that are not on an order, by name or SKU, as they are scanned. */
export const FindGoods = ({ label, add }: FindGoodsProps) => {
  const [said, say] = useState('');
  const take = (good: Parameters<typeof add>[0], putAway: () => void) => {
    add(good);
    say(t('{name} was added.', { name: good.name ?? good.sku }));
    putAway();
  };
  return (
    <div
      className={styles.find}
      onKeyDown={(event) => {
        // A scanner ends with Enter: that must not send the form around it.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <Finder<Product>
        label={label}
        description={t('Words of the name, or a SKU.')}
        found={t('Goods that were found')}
        search={searchProducts}
        keyOf={({ sku }) => sku}
        item={(product, putAway) => (
          <div className={styles.good}>
            <div>
              <div className={styles.name}>{product.name}</div>
              <div className="quiet">{product.sku}</div>
            </div>
            <Button
              size="sm"
              variant="light"
              aria-label={t('Add {name}', { name: product.name })}
              onClick={() => take(product, putAway)}
            >
              {t('Add')}
            </Button>
          </div>
        )}
        none={(q, putAway) => (
          <>
            <p>{t('Nothing in the catalogue is called so.')}</p>
            <Button size="sm" variant="default" onClick={() => take({ sku: q }, putAway)}>
              {t('Add the SKU {q} all the same', { q })}
            </Button>
          </>
        )}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
};
