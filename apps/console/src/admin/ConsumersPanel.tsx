import type { Consumer } from '../api/running.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { roomy, Table } from '../look/Table.tsx';
import styles from './Admin.module.css';
import { useConsumers } from './useConsumers.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

const State = ({ consumer: { following, lag } }: { readonly consumer: Consumer }) => {
  if (following) return <Mark tone="green">{t('Following')}</Mark>;
  return <Mark tone="orange">{lag > 0 ? t('Catching up') : t('Stopped')}</Mark>;
};

const Row = ({ consumer }: { readonly consumer: Consumer }) => (
  <tr>
    <th scope="row">{consumer.group}</th>
    <td>
      <State consumer={consumer} />
    </td>
    <td className="numeric">{formatCount(consumer.lag)}</td>
    <td className="numeric">
      {consumer.parked === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Mark tone="red">{formatCount(consumer.parked)}</Mark>
      )}
    </td>
    <td className={`numeric quiet ${roomy.middle}`}>{String(consumer.position)}</td>
  </tr>
);

/** Said where a part of the platform did not answer: what follows is not all. */
const Unreachable = ({ services }: { readonly services: readonly string[] }) =>
  services.length === 0 ? null : (
    <p role="alert" className={styles.do}>
      {t('No answer from {services}: what they read is left out.', { services: services.join(', ') })}
    </p>
  );

/** How far each projection and process has read the event log. */
export const ConsumersPanel = () => (
  <Panel title={t('Consumers of the event log')} flush>
    <Answer of={useConsumers()}>
      {({ items, unreachable = [] }) => (
        <>
          <Unreachable services={unreachable} />
          {items.length === 0 ? (
            <Empty title={t('No consumer is running')} />
          ) : (
            <Table
              caption={t('Consumers of the event log')}
              head={[
                { label: t('Group') },
                { label: t('State') },
                { label: t('Behind'), numeric: true },
                { label: t('Dead letters##column'), numeric: true },
                { label: t('Position'), numeric: true, room: 'middle' },
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
