import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Product, searchProducts } from '../api/goods.ts';
import { formatPrice } from '../figures/money.ts';
import { Panel } from '../look/Panel.tsx';
import { Reasons } from '../order/change/Reasons.tsx';
import { withGood } from './draft.ts';
import { Finder } from './Finder.tsx';
import { LineItem } from './LineItem.tsx';
import styles from './NewOrder.module.css';
import type { NewOrder } from './useNewOrder.ts';
import { t } from '../words/words.ts';

interface FoundProps {
  readonly product: Product;
  readonly currency: string;
  readonly add: () => void;
}

const Found = ({ product: { sku, name, prices = [] }, currency, add }: FoundProps) => {
  const price = prices.find((one) => one.currency === currency)?.unitPrice;
  return (
    <div className={styles.found}>
      <div>
        <div className={styles.name}>{name}</div>
        <div className="quiet">
          {[sku, price === undefined ? t('no price known') : formatPrice(price, currency)].join(' · ')}
        </div>
      </div>
      <Button size="xs" variant="light" aria-label={t('Add {name}', { name })} onClick={add}>
        {t('Add')}
      </Button>
    </div>
  );
};

interface FindGoodsProps {
  readonly form: NewOrder;
  readonly say: (text: string) => void;
}

const FindGoods = ({ form: { draft, change }, say }: FindGoodsProps) => {
  const add = (good: Parameters<typeof withGood>[1]) => {
    change((now) => withGood(now, good));
    say(t('{name} was added.', { name: good.name ?? good.sku }));
  };
  return (
    <Finder<Product>
      label={t('Find goods')}
      description={t('Words of the name, or a SKU.')}
      found={t('Goods that were found')}
      search={searchProducts}
      keyOf={({ sku }) => sku}
      item={(product) => <Found product={product} currency={draft.currency} add={() => add(product)} />}
      none={(q, putAway) => (
        <>
          <p>{t('Nothing in the catalogue is called so.')}</p>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              add({ sku: q });
              putAway();
            }}
          >
            {t('Add the SKU {q} all the same', { q })}
          </Button>
        </>
      )}
    />
  );
};

/** What is ordered. */
export const GoodsEntry = ({ form }: { readonly form: NewOrder }) => {
  const { draft, reasons } = form;
  const [said, say] = useState('');
  return (
    <Panel title={t('Goods')} aside={draft.lines.length === 0 ? undefined : draft.lines.length} flush>
      <div className={styles.inset}>
        <FindGoods form={form} say={say} />
        <p role="status" className="visually-hidden">
          {said}
        </p>
        <Reasons of={reasons.get('goods')} />
      </div>
      <ul aria-label={t('What is ordered')}>
        {draft.lines.map((line) => (
          <LineItem key={line.key} line={line} form={form} />
        ))}
      </ul>
    </Panel>
  );
};
