import { AdminPage } from './AdminPage.tsx';
import { LocationsPanel } from './LocationsPanel.tsx';
import { t } from '../words/words.ts';

/** Where goods are sold from, and what is closed for now. */
const LocationsRoom = () => (
  <AdminPage title={t('Locations')} of="/admin/locations">
    <LocationsPanel />
  </AdminPage>
);

export default LocationsRoom;
