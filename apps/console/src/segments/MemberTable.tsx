import { Link } from 'react-router';
import type { SegmentMember } from '../api/segments.ts';
import { customerPath } from '../customer/customerPath.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { Table } from '../look/Table.tsx';
import { t } from '../words/words.ts';

const scoresOf = ({ rfm }: SegmentMember): string =>
  rfm ? [rfm.recency, rfm.frequency, rfm.monetary].map(({ score }) => score).join(' · ') : '–';

interface MemberTableProps {
  /** What the segment is called. */
  readonly of: string;
  readonly members: readonly SegmentMember[];
}

/** Who is in a segment, each with their orders and scores. */
export const MemberTable = ({ of, members }: MemberTableProps) => (
  <Table
    caption={t('Customers in {of}', { of })}
    head={[
      { label: t('Customer') },
      { label: t('Orders'), numeric: true },
      { label: t('Last order ({toISOString})', { toISOString: zoneName(new Date().toISOString()) }) },
      { label: t('Scores') },
    ]}
  >
    {members.map((member) => (
      <tr key={member.customerId}>
        <th scope="row">
          <Link to={customerPath(member.customerId)}>{member.name ?? member.customerId}</Link>
        </th>
        <td className="numeric">{member.orders}</td>
        <td>{member.lastOrder === undefined ? '–' : <Moment at={member.lastOrder} brief />}</td>
        <td className="nowrap">{scoresOf(member)}</td>
      </tr>
    ))}
  </Table>
);
