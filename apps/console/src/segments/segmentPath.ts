import { namedIn } from '../shell/named.ts';

const segments = '/segments/';

/** Where it is shown who is in a segment. */
export const segmentPath = (segmentId: string): string => `${segments}${encodeURIComponent(segmentId)}`;

/** The segment that an address is about. */
export const segmentIn = (pathname: string): string => namedIn(pathname, segments);
