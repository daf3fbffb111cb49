import { Link } from 'react-router';
import type { SegmentMember } from '../api/segments.ts';
import { customerPath } from '../customer/customerPath.ts';
import { Moment } from '../figures/Moment.tsx';
import { zoneName } from '../figures/time.ts';
import { Table } from '../look/Table.tsx';

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
    caption={`Customers in ${of}`}
    head={[
      { label: 'Customer' },
      { label: 'Orders', numeric: true },
      { label: `Last order (${zoneName(new Date().toISOString())})` },
      { label: 'Scores' },
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
