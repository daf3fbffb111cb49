import { CloudEventAttributes, jsonTextOf, maxEventBytes } from '@tributary/contracts';
import type { InboundCloudEvent } from '@tributary/contracts';
import { utf8Of } from '../encoding.ts';
import type { BadRow, Connector, ImportReport, ImportRun, ImportStep } from '../connector.ts';
import { ImportTally } from '../tally.ts';
import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import { notOfThisFormat } from '../unreadable-file.ts';

const STEP_SIZE = 200;
/** A file that has no event among so many first rows has none by accident only; it is less than a step. */
const ROWS_TO_KNOW_A_FILE = 100;

type Read = { event: InboundCloudEvent } | { raw: string; reason: string; code: string } | 'blank';

const lenient = new TextDecoder('utf-8');

/** What was kept of an over-long line, without the character that it was cut in. */
const beginningOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes, { stream: true });

const jsonOf = (text: string): { value: unknown } | { problem: string } => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

/** By what a line that is not read is counted. */
const codes = { 'too-deep': 'too-deep', 'not-utf8': 'not-utf-8' } as const;

/** Checks the envelope only; whether `data` is what its type promises is decided where the event is taken in. */
const readLine = ({ bytes, tooLong }: Line): Read => {
  const bad = (code: string, reason: string, raw: string): Read => ({ code, reason, raw });
  if (tooLong)
    return bad('line-too-long', `The line is longer than ${maxEventBytes} bytes.`, beginningOf(bytes));
  const read = jsonTextOf(bytes, 'line');
  if ('code' in read) return bad(codes[read.code], read.reason, lenient.decode(bytes));
  const { text } = read;
  if (text.trim() === '') return 'blank';
  const json = jsonOf(text);
  if ('problem' in json) return bad('not-json', `The line is not JSON: ${json.problem}`, text);
  const attributes = CloudEventAttributes.safeParse(json.value);
  if (!attributes.success) {
    const issue = attributes.error.issues[0];
    return bad(
      'no-cloudevent',
      `The line is no CloudEvent: ${issue?.path.join('.')} ${issue?.message}`,
      text,
    );
  }
  if (!Object.hasOwn(json.value as object, 'data'))
    return bad('no-data', 'The CloudEvent has no data.', text);
  return { event: json.value as InboundCloudEvent };
};

/**
 * Tells a file of this format from another one by its first rows.
 * @returns to be called at each row, and at the end; throws `ImportError` once it is known to be none
 */
const recogniser = () => {
  let recognised = false;
  let first: { line: Line; reason: string } | undefined;
  let rows = 0;
  const refuse = ({ line, reason }: { line: Line; reason: string }) =>
    notOfThisFormat(
      `The format cloudevents expects one CloudEvent a line, as JSON (NDJSON). Up to row ${rows} there is none; line ${line.number}: ${reason}`,
      line.bytes,
    );
  return {
    see: (line: Line, read: Exclude<Read, 'blank'>): void => {
      if (recognised) return;
      rows += 1;
      // One without data is an event all the same.
      recognised = 'event' in read || read.code === 'no-data';
      if ('reason' in read) first ??= { line, reason: read.reason };
      // Laid out over lines, the last element of an array would stand as an event of its own.
      const isArray = rows === 1 && 'raw' in read && read.raw.trimStart().startsWith('[');
      if (!recognised && first && (isArray || rows >= ROWS_TO_KNOW_A_FILE)) throw refuse(first);
    },
    end: (): void => {
      if (!recognised && first) throw refuse(first);
    },
  };
};

async function* stepsOf(
  input: AsyncIterable<Uint8Array>,
  charset: string | undefined,
  tally: ImportTally,
): AsyncGenerator<ImportStep> {
  const recognised = recogniser();
  let events: InboundCloudEvent[] = [];
  let bad: BadRow[] = [];
  let rows = 0;
  for await (const line of linesOf(utf8Of(input, charset), maxEventBytes)) {
    const read = readLine(line);
    if (read === 'blank') continue;
    recognised.see(line, read);
    rows = tally.read();
    if ('event' in read) {
      events.push(read.event);
      tally.apply();
      tally.emit(read.event);
    } else {
      bad.push({ row: line.number, raw: read.raw, reason: read.reason });
      tally.skip(line.number, read.code);
    }
    if (events.length + bad.length < STEP_SIZE) continue;
    yield { events, bad, rows };
    events = [];
    bad = [];
  }
  recognised.end();
  if (events.length + bad.length > 0) yield { events, bad, rows };
}

/**
 * Canonical CloudEvents, one JSON object a line (NDJSON). Events pass through as they stand, with their own
 * `source`; blank lines are not rows; a line that is no CloudEvent is handed on in `bad` under its line number. A file without
 * one CloudEvent among its first 100 rows, or that begins as a JSON array, is another kind of file, and refused as a
 * whole.
 */
export const cloudevents: Connector = {
  format: 'cloudevents',
  read(input, { charset }): ImportRun<ImportReport> {
    const tally = new ImportTally();
    return { steps: stepsOf(input, charset, tally), report: () => tally.report() };
  },
};
