import { Panel } from '../look/Panel.tsx';
import { QueueLinks } from '../queues/QueueLinks.tsx';

/** How many orders need a person, for what, and when the first of them was placed. */
export const QueuesPanel = () => (
  <Panel title="Orders that need a person" aside="with the oldest of each">
    <QueueLinks withOldest />
  </Panel>
);
