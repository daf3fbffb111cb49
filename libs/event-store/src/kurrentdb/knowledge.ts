import { LRUCache } from 'lru-cache';
import type { Row } from '../rows.ts';
import { type Submitted, idsOf } from '../submitted.ts';
import type { Connection } from './connection.ts';
import { type Located, locate, mapSome } from './located.ts';
import type { Names } from './names.ts';
import { type Head, headOf, noHead } from './records.ts';

/** What a process knows of its log: where streams end, which may be out of date, and events, which stay. */
export class Knowledge {
  private readonly heads = new LRUCache<string, Head>({ max: 100_000 });
  private readonly events = new LRUCache<string, Row>({ max: 20_000 });

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /** Where the streams of appends end, as is believed; one that is expected to be new is believed to be. */
  async believed(appends: readonly Submitted[]): Promise<Map<string, Head>> {
    const heads = new Map<string, Head>();
    const unknown = new Set<string>();
    const look = (stream: string, isNew: boolean) => {
      const head = this.heads.get(stream) ?? (isNew ? noHead : undefined);
      if (head) heads.set(stream, heads.get(stream) ?? head);
      else unknown.add(stream);
    };
    for (const each of appends) {
      for (const { stream, expectedVersion } of each.appends) look(stream, expectedVersion === 0);
      for (const { stream, version } of each.checks) look(stream, version === 0);
    }
    const missing = [...unknown].filter((stream) => !heads.has(stream));
    for (const [stream, head] of await this.ends(missing)) heads.set(stream, head);
    return heads;
  }

  /** Events that appends would repeat, of those that are known. */
  remembered(appends: readonly Submitted[]): Map<string, Row> {
    const rows = new Map<string, Row>();
    for (const id of appends.flatMap(idsOf)) {
      const row = this.events.get(id);
      if (row) rows.set(id, row);
    }
    return rows;
  }

  /** Where streams end, asked of the server. */
  async ends(streams: readonly string[]): Promise<Map<string, Head>> {
    const ends = await mapSome(
      streams,
      async (stream) => [stream, headOf(await this.connection.last(this.names.stream(stream)))] as const,
    );
    for (const [stream, head] of ends) this.heads.set(stream, head);
    return new Map(ends);
  }

  /** What is recorded under ids, asked of the server. */
  async located(ids: readonly string[]): Promise<Map<string, Located>> {
    const located = await locate(this.connection, this.names, [...new Set(ids)]);
    for (const [id, { row }] of located) this.events.set(id, row);
    return located;
  }

  /** These streams end there now, and these events are recorded. */
  learn(ends: ReadonlyMap<string, Head>, rows: readonly Row[]): void {
    for (const [stream, head] of ends) this.heads.set(stream, head);
    for (const row of rows) this.events.set(row[3], row);
  }

  /** Where these streams end is not known any more. */
  forget(streams: Iterable<string>): void {
    for (const stream of streams) this.heads.delete(stream);
  }
}

export const rowsOf = (located: ReadonlyMap<string, Located>): Map<string, Row> =>
  new Map([...located].map(([id, { row }]) => [id, row]));
