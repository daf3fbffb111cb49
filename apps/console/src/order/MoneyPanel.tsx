import { useState } from 'react';
import type { Order } from '../api/order.ts';
import { Panel } from '../look/Panel.tsx';
import { AskedRefunds } from './AskedRefunds.tsx';
import type { Figure } from './figure.ts';
import { HowItAddsUp, useMayExplain } from './HowItAddsUp.tsx';
import { MoneySums } from './MoneySums.tsx';
import { RefundForm } from './RefundForm.tsx';
import { t } from '../words/words.ts';

export const MoneyPanel = ({ order }: { readonly order: Order }) => {
  const [figure, explain] = useState<Figure>();
  const mayExplain = useMayExplain();
  return (
    <Panel title={t('Money')} aside={order.currency}>
      <MoneySums order={order} explain={mayExplain ? explain : undefined} />
      <AskedRefunds order={order} />
      {mayExplain && <HowItAddsUp order={order} figure={figure} explain={explain} />}
      <RefundForm order={order} />
    </Panel>
  );
};
