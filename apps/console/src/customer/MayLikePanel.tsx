import { useQuery } from '@tanstack/react-query';
import { readMayLike } from '../api/customers.ts';
import { Answer } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import room from '../order/OrderRoom.module.css';
import styles from './Customer.module.css';
import { t } from '../words/words.ts';

/** What others ordered with what they ordered, and why it is shown. */
export const MayLikePanel = ({ idOrEmail }: { readonly idOrEmail: string }) => {
  const mayLike = useQuery({
    queryKey: ['may-like', idOrEmail],
    queryFn: ({ signal }) => readMayLike(idOrEmail, signal),
  });
  return (
    <Panel title={t('May like')} flush>
      <Answer of={mayLike} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={room.empty}>{t('Nothing stands out on orders with what they have ordered.')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map(({ sku, name, together, of, with: had }) => (
                <li key={sku}>
                  <span>
                    <span className={styles.name}>{name ?? sku}</span> <span className="quiet">{sku}</span>
                    <br />
                    <span className="quiet">
                      {t('On {together} of {of} orders with {name}', {
                        together,
                        of,
                        name: had.name ?? had.sku,
                      })}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  );
};
