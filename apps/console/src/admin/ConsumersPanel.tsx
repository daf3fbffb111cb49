import type { Consumer } from '../api/running.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { roomy, Table } from '../look/Table.tsx';
import styles from './Admin.module.css';
import { useConsumers } from './useConsumers.ts';

const whole = new Intl.NumberFormat();

const State = ({ consumer: { following, lag } }: { readonly consumer: Consumer }) => {
  if (following) return <Mark tone="green">Following</Mark>;
  return <Mark tone="orange">{lag > 0 ? 'Catching up' : 'Stopped'}</Mark>;
};

const Row = ({ consumer }: { readonly consumer: Consumer }) => (
  <tr>
    <th scope="row">{consumer.group}</th>
    <td>
      <State consumer={consumer} />
    </td>
    <td className="numeric">{whole.format(consumer.lag)}</td>
    <td className="numeric">
      {consumer.parked === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Mark tone="red">{whole.format(consumer.parked)}</Mark>
      )}
    </td>
    <td className={`numeric quiet ${roomy.middle}`}>{String(consumer.position)}</td>
  </tr>
);

/** Said where a part of the platform did not answer: what follows is not all. */
const Unreachable = ({ services }: { readonly services: readonly string[] }) =>
  services.length === 0 ? null : (
    <p role="alert" className={styles.do}>
      No answer from {services.join(', ')}: what they read is left out.
    </p>
  );

/** How far each projection and process has read the event log. */
export const ConsumersPanel = () => (
  <Panel title="Consumers of the event log" flush>
    <Answer of={useConsumers()}>
      {({ items, unreachable = [] }) => (
        <>
          <Unreachable services={unreachable} />
          {items.length === 0 ? (
            <Empty title="No consumer is running" />
          ) : (
            <Table
              caption="Consumers of the event log"
              head={[
                { label: 'Group' },
                { label: 'State' },
                { label: 'Behind', numeric: true },
                { label: 'Dead letters', numeric: true },
                { label: 'Position', numeric: true, room: 'middle' },
              ]}
            >
              {items.map((consumer) => (
                <Row key={consumer.group} consumer={consumer} />
              ))}
            </Table>
          )}
        </>
      )}
    </Answer>
  </Panel>
);
