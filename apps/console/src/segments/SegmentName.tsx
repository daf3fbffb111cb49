import { Link } from 'react-router';
import { segmentPath } from './segmentPath.ts';
import { useMayListMembers } from './useMayListMembers.ts';

interface SegmentNameProps {
  readonly segmentId: string;
  readonly name: string;
}

/** What a segment is called, and for whoever may see it the way to who is in it. */
export const SegmentName = ({ segmentId, name }: SegmentNameProps) =>
  useMayListMembers() ? <Link to={segmentPath(segmentId)}>{name}</Link> : name;
