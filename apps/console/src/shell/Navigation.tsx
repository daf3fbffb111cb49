import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconBuildingWarehouse,
  IconDots,
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
import { type ComponentType, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useOpenMessages } from '../quarantine/useInbox.ts';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './Navigation.module.css';
import { type Place, belowAndMore, placesFor } from './places.ts';
import { t } from '../words/words.ts';
import { LanguageChoice } from './LanguageChoice.tsx';

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
      <span className="visually-hidden"> {t('waiting')}</span>
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

const Rooms = ({ places }: { readonly places: readonly Place[] }) =>
  places.map((place) => (
    <li key={place.to}>
      <Room place={place} />
    </li>
  ));

/** The rooms for which there is no place below; open until one is chosen. */
const More = ({ places }: { readonly places: readonly Place[] }) => {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const isHere = places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => setOpenAt(open ? pathname : undefined)}
      position="top-end"
      withinPortal={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.link}
          data-here={isHere || undefined}
          onClick={() => setOpenAt(isOpen ? undefined : pathname)}
        >
          <IconDots size={18} stroke={1.6} aria-hidden />
          <span>{t('More')}</span>
          {places.some(({ to }) => to === '/quarantine') && <OpenCount />}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.more ?? ''} aria-label={t('More rooms')}>
        <ul>
          <Rooms places={places} />
        </ul>
        <LanguageChoice />
      </Popover.Dropdown>
    </Popover>
  );
};

/** The rooms that a role may use: at the side, or below on a phone, where a thumb reaches them. */
export const Navigation = () => {
  const { data: identity } = useIdentity();
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  const all = placesFor(identity?.role);
  const { below, more } = narrow ? belowAndMore(all) : { below: all, more: [] };
  return (
    <nav aria-label={t('Rooms')} className={styles.nav}>
      <ul className={styles.list}>
        <Rooms places={below} />
        {more.length > 0 && (
          <li>
            <More places={more} />
          </li>
        )}
      </ul>
    </nav>
  );
};
