import {
  IconAdjustments,
  IconArrowBackUp,
  IconBuildingWarehouse,
  IconHourglass,
  IconLayoutDashboard,
  IconListDetails,
  IconPackageImport,
  IconPhoneCall,
  IconScale,
  IconSettings,
  IconShieldExclamation,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { NavLink } from 'react-router';
import { useOpenMessages } from '../quarantine/useInbox.ts';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './Navigation.module.css';
import { type Place, placesFor } from './places.ts';

type Icon = ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': true }>;

const icons: Readonly<Record<Place['to'], Icon>> = {
  '/overview': IconLayoutDashboard,
  '/orders': IconListDetails,
  '/new-order': IconPhoneCall,
  '/stock': IconBuildingWarehouse,
  '/queues': IconUserQuestion,
  '/returns-desk': IconPackageImport,
  '/quarantine': IconShieldExclamation,
  '/waiting': IconHourglass,
  '/returns': IconArrowBackUp,
  '/reconciliation': IconScale,
  '/settings': IconSettings,
  '/admin': IconAdjustments,
};

const OpenCount = () => {
  const open = useOpenMessages();
  if (open === undefined || open === 0) return null;
  return (
    <span className={styles.count}>
      {open}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
};

const Room = ({ place: { to, label, short } }: { readonly place: Place }) => {
  const Icon = icons[to];
  return (
    <NavLink to={to} className={styles.link ?? ''}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={styles.long}>{label}</span>
      <span className={styles.short}>{short}</span>
      {to === '/quarantine' && <OpenCount />}
    </NavLink>
  );
};

/** The rooms that a role may use: at the side, or below on a phone, where a thumb reaches them. */
export const Navigation = () => {
  const { data: identity } = useIdentity();
  return (
    <nav aria-label="Rooms" className={styles.nav}>
      <ul className={styles.list}>
        {placesFor(identity?.role).map((place) => (
          <li key={place.to}>
            <Room place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
};
