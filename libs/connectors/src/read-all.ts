import type { InboundCloudEvent } from '@tributary/contracts';
import type { BadRow, Connector, ImportReport } from './connector.ts';

export interface WholeImport<R extends ImportReport> {
  events: InboundCloudEvent[];
  bad: BadRow[];
  report: R;
}

/** Reads a whole small input at once: a dry run of a file that fits in memory. */
export const readAll = async <R extends ImportReport>(
  connector: Connector<R>,
  input: string | readonly Uint8Array[],
  source = 'urn:tributary:dry-run',
  charset?: string,
): Promise<WholeImport<R>> => {
  const chunks = typeof input === 'string' ? [new TextEncoder().encode(input)] : input;
  const run = connector.read(inTurn(chunks), { source, ...(charset !== undefined && { charset }) });
  const events: InboundCloudEvent[] = [];
  const bad: BadRow[] = [];
  for await (const step of run.steps) {
    events.push(...step.events);
    bad.push(...step.bad);
  }
  return { events, bad, report: run.report() };
};

async function* inTurn(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
