import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Empty } from '../look/Answer.tsx';
import { Page } from '../shell/Page.tsx';
import { useIdentity } from '../sign-in/useSession.ts';
import styles from './Admin.module.css';
import { sectionsFor } from './sections.ts';
import { t } from '../words/words.ts';

interface AdminPageProps {
  readonly title: string;
  /** Address of the section. */
  readonly of: string;
  readonly children: ReactNode;
}

/** A section of the administration, beside the others that a role may use; nothing is asked for any other role. */
export const AdminPage = ({ title, of, children }: AdminPageProps) => {
  const { data: identity } = useIdentity();
  const open = sectionsFor(identity?.role);
  return (
    <Page
      title={title}
      above={
        <nav aria-label={t('Administration')}>
          <ul className={styles.sections}>
            {open.map(({ to, label }) => (
              <li key={to}>
                <NavLink to={to} className={styles.section ?? ''}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      {open.some(({ to }) => to === of) ? (
        children
      ) : (
        <Empty title={t('This is not for your role')}>
          {t('Who administers the platform looks after it.')}
        </Empty>
      )}
    </Page>
  );
};
