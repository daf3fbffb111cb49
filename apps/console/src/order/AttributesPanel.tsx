import { labelOf, useDeclaredAttributes, valueInWords } from '../api/attributes.ts';
import type { Order } from '../api/order.ts';
import { Facts } from '../look/Facts.tsx';
import { Panel } from '../look/Panel.tsx';
import styles from './OrderRoom.module.css';
import { t } from '../words/words.ts';

/** What the order carries beside what every order has, and what was told and could not be taken. */
export const AttributesPanel = ({ order: { attributes = {}, unfit = [] } }: { readonly order: Order }) => {
  const declared = useDeclaredAttributes('order');
  const carried = Object.entries(attributes);
  if (carried.length + unfit.length === 0) return null;
  return (
    <Panel title={t('Attributes')}>
      <Facts facts={carried.map(([name, value]) => [labelOf(declared, name), valueInWords(value)])} />
      {unfit.length > 0 && (
        <ul aria-label={t('Not taken')} className={styles.sku}>
          {unfit.map(({ lineId = '', name, value, reason }) => (
            <li key={`${lineId} ${name}`}>
              {t('Not taken: {lineId}{name} “{value}”. {reason}', {
                lineId: lineId === '' ? '' : t('line {lineId}, ', { lineId }),
                name,
                value,
                reason,
              })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
