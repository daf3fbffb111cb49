import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { type Trace, type TracedBy, readTrace } from '../api/trace.ts';
import { Answer, Empty } from '../look/Answer.tsx';
import { Panel } from '../look/Panel.tsx';
import { orderPath } from '../orders/summary.ts';
import { Page } from '../shell/Page.tsx';
import { branchesOf, laidOut } from './laid.ts';
import styles from './Trace.module.css';
import { TraceList } from './TraceList.tsx';
import { TracePicture } from './TracePicture.tsx';
import { tracedIn } from './tracePath.ts';
import { t } from '../words/words.ts';

const Shown = ({ trace, asked }: { readonly trace: Trace; readonly asked: string | undefined }) => {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const picture = laidOut(trace);
  if (trace.nodes.length === 0) return <Empty title={t('Nothing is recorded of it.')} />;
  return (
    <>
      {trace.more && (
        <p className={styles.more} role="status">
          {t('There is more than is shown here: the first {nodes} are.', { nodes: trace.nodes.length })}
        </p>
      )}
      {!narrow && (
        <Panel title={t('By system, over time')} flush>
          <TracePicture picture={picture} asked={asked} />
        </Panel>
      )}
      <Panel title={t('What led to what')} aside={trace.nodes.length}>
        <TraceList branches={branchesOf(picture)} asked={asked} />
      </Panel>
    </>
  );
};

const About = ({ by }: { readonly by: TracedBy }) => (
  <nav aria-label={t('Breadcrumb')} className={styles.back}>
    <Link to="/orders">{t('Orders')}</Link>
    {'orderId' in by && (
      <>
        {' / '}
        <Link to={orderPath(by.orderId)}>{by.orderId}</Link>
      </>
    )}
  </nav>
);

/** What led to an event or an order over all systems, and all that followed. */
const TraceRoom = () => {
  const by = tracedIn(useLocation().pathname);
  const trace = useQuery({ queryKey: ['trace', by], queryFn: ({ signal }) => readTrace(by, signal) });
  const title =
    'orderId' in by ? t('Trace of {orderId}', { orderId: by.orderId }) : t('Where this came from');
  return (
    <Page title={title} above={<About by={by} />}>
      <Answer of={trace} rows={12}>
        {(data) => <Shown trace={data} asked={'eventId' in by ? by.eventId : undefined} />}
      </Answer>
    </Page>
  );
};

export default TraceRoom;
