import { Link } from 'react-router';
import { Empty } from '../look/Answer.tsx';
import items from '../look/Items.module.css';
import { Panel } from '../look/Panel.tsx';
import { Page } from '../shell/Page.tsx';
import { useIdentity } from '../sign-in/useSession.ts';
import { sectionsFor } from './sections.ts';
import { t } from '../words/words.ts';

/** What runs the platform, section by section. */
const AdminRoom = () => {
  const { data: identity } = useIdentity();
  const open = sectionsFor(identity?.role);
  return (
    <Page title={t('Administration')}>
      <Panel title={t('What the platform runs on')} flush>
        {open.length === 0 && <Empty title={t('This is not for your role')} />}
        <ul>
          {open.map(({ to, label, about }) => (
            <li key={to} className={items.item}>
              <Link to={to} className={items.name}>
                {label}
              </Link>
              <span className="quiet">{about}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
};

export default AdminRoom;
