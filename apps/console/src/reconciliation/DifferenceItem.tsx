import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { StockDifference } from '../api/reconciliation.ts';
import { Moment } from '../figures/Moment.tsx';
import items from '../look/Items.module.css';
import { orderPath } from '../orders/summary.ts';
import styles from './Reconciliation.module.css';
import { entryInWords, figuresInWords, verdictInWords, whyInWords } from './words.ts';
import { rich, t } from '../words/words.ts';

const Why = ({ difference }: { readonly difference: StockDifference }) => {
  const { entries = [], moreEntries = 0 } = difference;
  const why = whyInWords(difference);
  if (why === undefined) return null;
  return (
    <div>
      <span className="quiet">{entries.length > 0 ? `${why}:` : `${why}.`}</span>
      <ul>
        {entries.map(({ eventId, orderId, at, ...entry }) => (
          <li key={eventId}>
            {entryInWords({ eventId, at, ...entry })}
            {orderId !== undefined && (
              <>
                {' · '}
                <Link to={orderPath(orderId)}>{orderId}</Link>
              </>
            )}
            <span className="quiet">
              {' · '}
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
      {moreEntries > 0 && (
        <span className="quiet">{t('and {moreEntries} before them', { moreEntries })}</span>
      )}
    </div>
  );
};

interface ItemProps {
  readonly difference: StockDifference;
  readonly chosen: boolean;
  /** Left out where it cannot be put right by a count. */
  readonly choose?: (chosen: boolean) => void;
}

/** Where their stock is not ours: by how much, and why. */
export const DifferenceItem = ({ difference, chosen, choose }: ItemProps) => {
  const nameOf = useLocationName();
  const { row, sku, location, theirs, ours, asOf, fault } = difference;
  const place = location === undefined ? '' : nameOf(location);
  return (
    <li className={`${items.item} ${styles.item}`}>
      {choose && (
        <Checkbox
          size="xs"
          aria-label={t('Choose {sku} at {place}', { sku, place })}
          checked={chosen}
          onChange={({ currentTarget: { checked } }) => choose(checked)}
        />
      )}
      <div className={styles.difference}>
        <div className={items.between}>
          <span>
            <span className={items.name}>{sku ?? t('Row {row}', { row })}</span>{' '}
            <span className="quiet">{place}</span>
          </span>
          <span>{verdictInWords(difference)}</span>
        </div>
        {fault !== undefined && <p>{fault}</p>}
        {ours && (
          <div className={items.between}>
            {theirs && <span>{t('Theirs: {theirs}', { theirs: figuresInWords(theirs) })}</span>}
            <span>{t('Ours: {ours}', { ours: figuresInWords(ours, theirs) })}</span>
            {asOf !== undefined && (
              <span className="quiet">{rich('as of {moment}', { moment: <Moment at={asOf} /> })}</span>
            )}
          </div>
        )}
        <Why difference={difference} />
      </div>
    </li>
  );
};
