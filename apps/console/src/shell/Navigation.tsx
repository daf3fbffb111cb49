import {
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
import { NavLink } from 'react-router';
import { useMaySet } from '../sign-in/useMaySet.ts';
import { useServesCustomers } from '../sign-in/useServesCustomers.ts';
import { useMayReadInbox, useOpenMessages } from '../quarantine/useInbox.ts';
import styles from './Navigation.module.css';

const places = [
  { to: '/overview', label: 'Overview', short: 'Overview', Icon: IconLayoutDashboard },
  { to: '/orders', label: 'Orders', short: 'Orders', Icon: IconListDetails },
  { to: '/new-order', label: 'New order', short: 'New', Icon: IconPhoneCall },
  { to: '/stock', label: 'Stock', short: 'Stock', Icon: IconBuildingWarehouse },
  { to: '/queues', label: 'Queues', short: 'Queues', Icon: IconUserQuestion },
  { to: '/returns-desk', label: 'Returns desk', short: 'Desk', Icon: IconPackageImport },
  { to: '/quarantine', label: 'Quarantine', short: 'Quarantine', Icon: IconShieldExclamation },
  { to: '/waiting', label: 'Waiting messages', short: 'Waiting', Icon: IconHourglass },
  { to: '/returns', label: 'Unmatched returns', short: 'Returns', Icon: IconArrowBackUp },
  { to: '/reconciliation', label: 'Reconciliation', short: 'Compare', Icon: IconScale },
  { to: '/settings', label: 'Settings', short: 'Settings', Icon: IconSettings },
] as const;

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

/** The rooms: at the side, or below on a phone, where a thumb reaches them. */
export const Navigation = () => {
  const mayReadInbox = useMayReadInbox();
  const serves = useServesCustomers();
  const maySet = useMaySet();
  const hidden = [...(serves ? [] : ['/new-order']), ...(maySet ? [] : ['/reconciliation', '/settings'])];
  const shown = places.filter(({ to }) => !hidden.includes(to));
  return (
    <nav aria-label="Rooms" className={styles.nav}>
      <ul className={styles.list}>
        {shown.map(({ to, label, short, Icon }) => (
          <li key={to}>
            <NavLink to={to} className={styles.link ?? ''}>
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={styles.long}>{label}</span>
              <span className={styles.short}>{short}</span>
              {to === '/quarantine' && mayReadInbox && <OpenCount />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};
