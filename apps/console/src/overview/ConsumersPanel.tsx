import type { Consumer } from '../api/running.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { roomy, Table } from '../look/Table.tsx';
import { useConsumers } from './useOverview.ts';

const whole = new Intl.NumberFormat();

const State = ({ consumer: { following, parked, lag } }: { readonly consumer: Consumer }) => {
  if (parked > 0) return <Mark tone="red">{`${whole.format(parked)} parked`}</Mark>;
  if (!following) return <Mark tone="orange">{lag > 0 ? 'Catching up' : 'Stopped'}</Mark>;
  return <Mark tone="green">Following</Mark>;
};

const Row = ({ consumer }: { readonly consumer: Consumer }) => (
  <tr>
    <th scope="row">{consumer.group}</th>
    <td>
      <State consumer={consumer} />
    </td>
    <td className="numeric">{whole.format(consumer.lag)}</td>
    <td className={`numeric quiet ${roomy.middle}`}>{String(consumer.position)}</td>
  </tr>
);

/** How far each projection and process has read the event log. */
export const ConsumersPanel = () => (
  <Panel title="Consumers of the event log" flush>
    <Answer of={useConsumers()}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="No consumer is running" />
        ) : (
          <Table
            caption="Consumers of the event log"
            head={[
              { label: 'Group' },
              { label: 'State' },
              { label: 'Events behind', numeric: true },
              { label: 'Position', numeric: true, room: 'middle' },
            ]}
          >
            {items.map((consumer) => (
              <Row key={consumer.group} consumer={consumer} />
            ))}
          </Table>
        )
      }
    </Answer>
  </Panel>
);
