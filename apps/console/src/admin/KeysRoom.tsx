import { AdminPage } from './AdminPage.tsx';
import { IssuePanel } from './IssuePanel.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { t } from '../words/words.ts';

/** Who holds a key, and what it lets them do. */
const KeysRoom = () => (
  <AdminPage title={t('Keys')} of="/admin/keys">
    <IssuePanel />
    <KeysPanel />
  </AdminPage>
);

export default KeysRoom;
