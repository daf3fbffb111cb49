import { AdminPage } from './AdminPage.tsx';
import { LocationsPanel } from './LocationsPanel.tsx';

/** Where goods are sold from, and what is closed for now. */
const LocationsRoom = () => (
  <AdminPage title="Locations" of="/admin/locations">
    <LocationsPanel />
  </AdminPage>
);

export default LocationsRoom;
