import { Panel } from '../look/Panel.tsx';
import styles from './Customer.module.css';
import { t } from '../words/words.ts';

interface PlacesPanelProps {
  readonly title: string;
  /** Most often first. */
  readonly places: readonly { readonly name: string; readonly orders: number }[];
}

/** Where they buy: a bar each, as long as it is often; left out where there is none. */
export const PlacesPanel = ({ title, places }: PlacesPanelProps) => {
  const most = places[0]?.orders ?? 0;
  if (most === 0) return null;
  return (
    <Panel title={title} flush>
      <ul className={styles.list}>
        {places.map(({ name, orders }) => (
          <li key={name}>
            <span>{name}</span>
            <meter className={styles.meter} aria-hidden min={0} max={most} value={orders} />
            <span className="nowrap">
              {t('{orders, plural, one {1 order} other {{orders} orders}}', { orders })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
