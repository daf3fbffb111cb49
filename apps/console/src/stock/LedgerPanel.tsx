import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { AskedMoment } from '../api/moment.ts';
import type { Place } from '../api/stock.ts';
import { Moment } from '../figures/Moment.tsx';
import { recordedLater } from '../figures/time.ts';
import { Answer } from '../look/Answer.tsx';
import { LoadMore } from '../look/LoadMore.tsx';
import { Tag } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { Table } from '../look/Table.tsx';
import room from '../order/OrderRoom.module.css';
import { orderPath } from '../orders/summary.ts';
import { tracePath } from '../trace/tracePath.ts';
import { useMayTrace } from '../trace/useMayTrace.ts';
import { type Step, stepsOf } from './ledger.ts';
import { countsBy } from '../moment/moment.ts';
import styles from './Stock.module.css';
import { useFigure, useLedger } from './useStock.ts';
import { entryInWords, movedInWords, orderOf } from './words.ts';
import { rich, t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

interface Shown extends Step {
  /** Whether it is part of the figure at the moment that is looked at. */
  readonly counts: boolean;
}

const What = ({ entry, counts }: Shown) => (
  <div className={styles.what}>
    {entryInWords(entry, useLocationName())} {entry.late && <Tag>{t('after a count had seen it')}</Tag>}{' '}
    {!counts && <Tag>{t('not by that moment')}</Tag>}
  </div>
);

/** Entries stand as they were recorded: each that happened before says so, since it would seem to be in the wrong place. */
const Beside = ({ entry }: Shown) => {
  const later = recordedLater(entry.at, entry.recordedAt);
  const what = entryInWords(entry, useLocationName());
  const orderId = orderOf(entry);
  const mayTrace = useMayTrace();
  return (
    <div className={styles.meta}>
      {later !== undefined && (
        <span className={styles.late}>
          {rich('recorded {later}, {moment}', { later, moment: <Moment at={entry.recordedAt} /> })}
        </span>
      )}
      {orderId !== undefined && <Link to={orderPath(orderId)}>{orderId}</Link>}
      {mayTrace && (
        <Link
          to={tracePath({ eventId: entry.eventId })}
          aria-label={t('Where this came from: {what}', { what })}
        >
          {t('Where this came from')}
        </Link>
      )}
    </div>
  );
};

const caption = t('What moved the stock, newest first');

const Rows = ({ steps }: { readonly steps: readonly Shown[] }) => (
  <Table
    caption={caption}
    head={[
      { label: t('What happened') },
      { label: t('When') },
      { label: t('On hand moved'), numeric: true },
      { label: t('On hand after'), numeric: true },
      { label: t('Reserved moved'), numeric: true },
      { label: t('Reserved after'), numeric: true },
    ]}
  >
    {steps.map((step) => (
      <tr key={step.entry.eventId} data-counts={step.counts} className={styles.step}>
        <th scope="row">
          <What {...step} />
          <Beside {...step} />
        </th>
        <td>
          <Moment at={step.entry.at} />
        </td>
        <td className="numeric">{movedInWords(step.onHand)}</td>
        <td className="numeric">{formatCount(step.entry.onHand)}</td>
        <td className="numeric">{movedInWords(step.reserved)}</td>
        <td className="numeric">{formatCount(step.entry.reserved)}</td>
      </tr>
    ))}
  </Table>
);

const after = (units: number, name: string, moved: number): string =>
  `${formatCount(units)} ${name}${moved === 0 ? '' : ` (${movedInWords(moved)})`}`;

const Cards = ({ steps }: { readonly steps: readonly Shown[] }) => (
  <ol className={room.list} aria-label={caption}>
    {steps.map((step) => (
      <li key={step.entry.eventId} data-counts={step.counts} className={styles.step}>
        <What {...step} />
        <div className={room.between}>
          <span>{after(step.entry.onHand, t('on hand'), step.onHand)}</span>
          <span>{after(step.entry.reserved, 'reserved', step.reserved)}</span>
        </div>
        <div className={styles.meta}>
          <Moment at={step.entry.at} />
        </div>
        <Beside {...step} />
      </li>
    ))}
  </ol>
);

const Steps = ({ steps, moment }: { readonly steps: readonly Step[]; readonly moment: AskedMoment }) => {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const shown = steps.map((step) => ({ ...step, counts: countsBy(step.entry, moment) }));
  return narrow ? <Cards steps={shown} /> : <Rows steps={shown} />;
};

interface LedgerProps {
  readonly place: Place;
  readonly moment: AskedMoment;
}

/** All that the figures are the sum of; what had not happened or was not known by the moment is marked. */
export const LedgerPanel = ({ place, moment }: LedgerProps) => {
  const entries = useFigure(place).data?.entries;
  const ledger = useLedger(place, entries);
  return (
    <Panel title={t('How it came about')} aside={entries} flush>
      {entries === 0 ? (
        <p className={room.empty}>{t('Nothing was ever told of it here.')}</p>
      ) : (
        <Answer of={ledger} rows={8}>
          {({ pages }) => <Steps steps={pages.flatMap(({ items }) => stepsOf(items))} moment={moment} />}
        </Answer>
      )}
      <LoadMore of={ledger} />
    </Panel>
  );
};
