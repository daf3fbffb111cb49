import { useMayReadInbox } from '../quarantine/useInbox.ts';
import { AdminPage } from './AdminPage.tsx';
import { ConsumersPanel } from './ConsumersPanel.tsx';
import { DeadLettersPanel } from './DeadLettersPanel.tsx';
import { t } from '../words/words.ts';

/** How far each part of the platform is, and what it could not apply. */
const ConsumersRoom = () => {
  const mayReadInbox = useMayReadInbox();
  return (
    <AdminPage title={t('Consumers and dead letters')} of="/admin/consumers">
      <ConsumersPanel />
      {mayReadInbox && <DeadLettersPanel />}
    </AdminPage>
  );
};

export default ConsumersRoom;
