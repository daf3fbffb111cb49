import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { labelOf, useDeclaredAttributes, valueInWords } from '../api/attributes.ts';
import type { Order, OrderLine } from '../api/order.ts';
import { formatMoney, formatPrice } from '../figures/money.ts';
import { Moment } from '../figures/Moment.tsx';
import { serialsInWords } from '../figures/serials.ts';
import { Panel } from '../look/Panel.tsx';
import { Table } from '../look/Table.tsx';
import { stockPath } from '../stock/stockPath.ts';
import { FoundLines } from './FoundLines.tsx';
import { openUnits } from './openUnits.ts';
import styles from './OrderRoom.module.css';
import { whereabouts } from './whereabouts.ts';
import { rich, t } from '../words/words.ts';

const methods = { ship: t('Ship'), pickup: t('Pickup'), 'carry-out': t('Carried out') } as const;

/** What the line carries beside what every line has. */
const Carried = ({ line: { attributes = {} } }: { readonly line: OrderLine }) => {
  const declared = useDeclaredAttributes('line');
  const carried = Object.entries(attributes);
  return carried.length === 0 ? null : (
    <div className={styles.sku}>
      {carried.map(([name, value]) => `${labelOf(declared, name)}: ${valueInWords(value)}`).join(' · ')}
    </div>
  );
};

const Item = ({ line }: { readonly line: OrderLine }) => (
  <>
    {line.name !== undefined && <div className={styles.name}>{line.name}</div>}
    <div className={line.name === undefined ? styles.name : styles.stocked}>
      <Link to={stockPath(line.sku)}>{line.sku}</Link>
    </div>
    <Carried line={line} />
    {line.serials !== undefined && (
      <div className={styles.sku}>
        {t('Serial numbers: {serials}', { serials: serialsInWords(line.serials) })}
      </div>
    )}
    {line.promisedBy !== undefined && openUnits(line.quantities) > 0 && (
      <div className={styles.sku}>
        {rich('Promised by {moment}', { moment: <Moment at={line.promisedBy} brief /> })}
      </div>
    )}
  </>
);

const Method = ({ line }: { readonly line: OrderLine }) => (
  <>
    {methods[line.method]}
    {line.pickupAt !== undefined && (
      <div className={styles.sku}>
        {/^\d{4}-/.test(line.pickupAt) ? <Moment at={line.pickupAt} brief /> : line.pickupAt}
      </div>
    )}
  </>
);

interface LinesProps {
  readonly order: Order;
  /** Those of its lines that are asked for. */
  readonly lines: readonly OrderLine[];
}

const LineTable = ({ order, lines }: LinesProps) => (
  <Table
    caption={t('Lines of order {number}', { number: order.number })}
    head={[
      { label: t('Item') },
      { label: t('Method') },
      { label: t('Ordered'), numeric: true },
      { label: t('Where the units are') },
      { label: t('Unit price'), numeric: true },
      { label: t('Amount'), numeric: true },
    ]}
  >
    {lines.map((line) => (
      <tr key={line.lineId}>
        <th scope="row">
          <Item line={line} />
        </th>
        <td>
          <Method line={line} />
        </td>
        <td className="numeric">{line.quantities.ordered}</td>
        <td>{whereabouts(line.quantities)}</td>
        <td className="numeric nowrap">{formatPrice(line.unitPrice, order.currency)}</td>
        <td className="numeric nowrap">{formatMoney(line.amount, order.currency)}</td>
      </tr>
    ))}
  </Table>
);

const LineCards = ({ order, lines }: LinesProps) => (
  <ul className={styles.list}>
    {lines.map((line) => (
      <li key={line.lineId}>
        <div className={styles.between}>
          <div>
            <Item line={line} />
          </div>
          <span className="numeric">{formatMoney(line.amount, order.currency)}</span>
        </div>
        <div className={styles.between}>
          <span className="quiet">
            {line.quantities.ordered} × {formatPrice(line.unitPrice, order.currency)} · {methods[line.method]}
          </span>
          <span>{whereabouts(line.quantities)}</span>
        </div>
      </li>
    ))}
  </ul>
);

/** What was ordered. */
export const LinesPanel = ({ order }: { readonly order: Order }) => {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const Lines = narrow ? LineCards : LineTable;
  return (
    <Panel title={t('Lines')} aside={order.lines.length} flush>
      <FoundLines lines={order.lines} most={50}>
        {(lines) => <Lines order={order} lines={lines} />}
      </FoundLines>
    </Panel>
  );
};
