import type { FeedPart } from '../../use-cases/feed/feed.ts';

export type FeedForm = 'ndjson' | 'event-stream';

export interface FeedTextOptions {
  readonly form: FeedForm;
  /** Most events that are told. */
  readonly limit: number | undefined;
  /** Where the feed begins. */
  readonly cursor: string;
}

/** Characters that are handed on at once. */
const pieceLength = 64 * 1024;
/** How often it is said how far the feed was looked through where nothing was found, in milliseconds. */
const markedEvery = 10_000;

/** The feed as text: NDJSON, or server-sent events (WHATWG HTML, section 9.2). */
export async function* feedText(
  parts: AsyncGenerator<FeedPart>,
  { form, limit = Infinity, cursor: start }: FeedTextOptions,
): AsyncGenerator<string> {
  const { event, mark, opening } = forms[form];
  let cursor = start;
  let left = limit;
  let saidAt = Date.now();
  if (opening !== '') yield opening;
  for await (const part of parts) {
    let piece = '';
    for (const { told, cursor: after } of part.events.slice(0, left)) {
      piece += event(told.line(after), after);
      cursor = after;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    left -= part.events.length;
    if (left > 0) cursor = part.cursor;
    if (part.events.length === 0 && Date.now() - saidAt >= markedEvery) piece = mark(cursor);
    if (piece !== '') yield piece;
    if (piece !== '' || part.events.length > 0) saidAt = Date.now();
    if (left <= 0) break;
  }
  yield mark(cursor);
}

interface Form {
  /** Sent first. */
  readonly opening: string;
  event(line: string, cursor: string): string;
  mark(cursor: string): string;
}

const forms: Readonly<Record<FeedForm, Form>> = {
  ndjson: {
    opening: '',
    event: (line) => `${line}\n`,
    mark: (cursor) => `${JSON.stringify({ cursor })}\n`,
  },
  'event-stream': {
    opening: 'retry: 2000\n\n',
    event: (line, cursor) => `id: ${cursor}\ndata: ${line}\n\n`,
    // Of an event without data only the id is kept.
    mark: (cursor) => `id: ${cursor}\n\n`,
  },
};
