import { type Schemas, told } from '@tributary/client';
import { type Page, api, from } from './api.ts';

/** Somebody in a segment. */
export type SegmentMember = Schemas['SegmentCustomer'];

/** So many members are shown at once, at least, and at most so many answers are asked for until there are. */
const shownAtOnce = 25;
const mostAnswers = 10;

/**
 * Members from a cursor on. An answer looks at 50 customers, of whom none may be a member: further ones are asked
 * for, until there is something to show or it takes too long; then there are fewer, or none, and a `next`.
 */
export const listMembers = async (
  segmentId: string,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Page<SegmentMember>> => {
  const items: SegmentMember[] = [];
  let next = cursor;
  for (let answers = 0; answers < mostAnswers; answers++) {
    const part = await told(
      api.GET('/v1/segments/{segmentId}/customers', {
        params: { path: { segmentId }, query: from(next) },
        signal,
      }),
    );
    items.push(...part.items);
    next = part.next;
    if (next === undefined || items.length >= shownAtOnce) break;
  }
  return { items, ...(next !== undefined && { next }) };
};

/** All members as CSV, as it comes. */
export const memberFile = async (
  segmentId: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> =>
  (await told(
    api.GET('/v1/segments/{segmentId}/customers', {
      params: { path: { segmentId } },
      headers: { accept: 'text/csv' },
      parseAs: 'stream',
      signal,
    }),
  )) as ReadableStream<Uint8Array<ArrayBuffer>>;
