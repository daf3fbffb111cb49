import { Button } from '@mantine/core';
import type { Location } from '../api/locations.ts';
import items from '../look/Items.module.css';
import { Mark } from '../look/Mark.tsx';
import styles from './Admin.module.css';
import { addressLine, isOpen, placeOf, whatItDoes } from './locationWords.ts';
import { t } from '../words/words.ts';

interface LocationItemProps {
  readonly of: Location;
  /** Asks to open or close it; left out for those who may not. */
  readonly change: (() => void) | undefined;
}

/** A location: what it is, where, and whether anything is sold from it. */
export const LocationItem = ({ of: location, change }: LocationItemProps) => {
  const { locationId, name, address } = location;
  const open = isOpen(location);
  const does = open ? t('Close##do') : t('Open##do');
  const told = [addressLine(address), placeOf(location)].filter((line) => line !== '');
  return (
    <li className={items.item}>
      <div className={items.between}>
        <span className={`${items.name} ${styles.error}`}>{name}</span>
        {open ? <Mark tone="green">{t('Open')}</Mark> : <Mark tone="gray">{t('Closed')}</Mark>}
      </div>
      <div className={styles.keyFoot}>
        <div className={styles.told}>
          <span>{whatItDoes(location)}</span>
          {told.map((line) => (
            <span key={line} className={styles.error}>
              {line}
            </span>
          ))}
          <code className={`quiet ${styles.error}`}>{locationId}</code>
        </div>
        {change && (
          <Button size="xs" variant="default" aria-label={`${does} ${name}`} onClick={change}>
            {does}
          </Button>
        )}
      </div>
    </li>
  );
};
