import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { useLocationName } from '../api/locations.ts';
import type { AskedMoment } from '../api/moment.ts';
import type { StockPosition } from '../api/stock.ts';
import { Moment } from '../figures/Moment.tsx';
import { Answer } from '../look/Answer.tsx';
import { Mark } from '../look/Mark.tsx';
import { Panel } from '../look/Panel.tsx';
import { Table, roomy } from '../look/Table.tsx';
import room from '../order/OrderRoom.module.css';
import { isNow } from '../moment/moment.ts';
import styles from './Stock.module.css';
import { positionPath } from './stockPath.ts';
import { type Totals, totalsOf } from './totals.ts';
import { usePositions } from './useStock.ts';
import { notSoldInWords } from './words.ts';
import { t } from '../words/words.ts';
import { formatCount } from '../figures/count.ts';

interface PositionsProps {
  readonly positions: readonly StockPosition[];
  readonly moment: AskedMoment;
}

const Where = ({ of, moment }: { readonly of: StockPosition; readonly moment: AskedMoment }) => {
  const nameOf = useLocationName();
  return (
    <>
      <Link to={positionPath(of, moment)}>{nameOf(of.location)}</Link>{' '}
      {of.notSold !== undefined && <Mark tone="orange">{notSoldInWords(of.notSold)}</Mark>}
    </>
  );
};

/** The sums that stand below, each with its name. */
const sums = (positions: readonly StockPosition[]): readonly (readonly [string, Totals])[] => {
  const { all, sold } = totalsOf(positions);
  return [[t('In all'), all], ...(sold ? [[t('Of it where it is sold'), sold] as const] : [])];
};

const Units = ({ of: { onHand, reserved, available } }: { readonly of: Totals }) =>
  [onHand, reserved, available].map((units, index) => (
    <td key={index} className="numeric">
      {formatCount(units)}
    </td>
  ));

const Rows = ({ positions, moment }: PositionsProps) => (
  <Table
    caption={t('Stock by location')}
    head={[
      { label: t('Location') },
      { label: t('On hand'), numeric: true },
      { label: t('Reserved'), numeric: true },
      { label: t('Available'), numeric: true },
      ...(isNow(moment) ? [{ label: t('Last moved or reserved'), room: 'middle' as const }] : []),
    ]}
  >
    {positions.map((position) => (
      <tr key={position.location}>
        <th scope="row">
          <Where of={position} moment={moment} />
        </th>
        <Units of={position} />
        {isNow(moment) && (
          <td className={roomy.middle}>
            {position.updatedAt !== undefined && <Moment at={position.updatedAt} />}
          </td>
        )}
      </tr>
    ))}
    {sums(positions).map(([name, totals]) => (
      <tr key={name} className={styles.total}>
        <th scope="row">{name}</th>
        <Units of={totals} />
        {isNow(moment) && <td className={roomy.middle} />}
      </tr>
    ))}
  </Table>
);

const Figures = ({ of: { onHand, reserved, available } }: { readonly of: Totals }) => (
  <div className={room.parts}>
    <span>{t('{onHand} on hand', { onHand: formatCount(onHand) })}</span>
    <span>{t('{reserved} reserved', { reserved: formatCount(reserved) })}</span>
    <span>{t('{available} available', { available: formatCount(available) })}</span>
  </div>
);

const Cards = ({ positions, moment }: PositionsProps) => (
  <ul className={room.list} aria-label={t('Stock by location')}>
    {positions.map((position) => (
      <li key={position.location}>
        <div className={room.between}>
          <Where of={position} moment={moment} />
        </div>
        <Figures of={position} />
      </li>
    ))}
    {sums(positions).map(([name, totals]) => (
      <li key={name}>
        <span className={styles.name}>{name}</span>
        <Figures of={totals} />
      </li>
    ))}
  </ul>
);

/** What is or was at each location, with the way to how it came about. */
export const PositionsPanel = ({ sku, moment }: { readonly sku: string; readonly moment: AskedMoment }) => {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const positions = usePositions(sku, moment);
  const View = narrow ? Cards : Rows;
  return (
    <Panel title={t('By location')} aside={positions.data?.length} flush>
      <Answer of={positions} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <p className={room.empty}>
              {isNow(moment)
                ? t('No location was ever told to have it.')
                : t('No location had any of it by then.')}
            </p>
          ) : (
            <View positions={items} moment={moment} />
          )
        }
      </Answer>
    </Panel>
  );
};
