import { setTimeout as delay } from 'node:timers/promises';
import { type IntakeWarning, type UnknownName, definedBy } from '@tributary/contracts';
import type { EventStore } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { LRUCache } from 'lru-cache';
import type { Acceptable } from '../domain/message/examine.ts';
import { type Named, namesIn, warningOf } from '../domain/names/names.ts';
import { knownNames, nameId, unknownNames } from '../projections/names/names.ts';
import { ownFactId, recordOwn } from './own-facts.ts';

/** Names remembered as known, so that the next message about them asks nobody. */
const remembered = 100_000;
/** How long a definition may be on its way before a name is said to be unknown for the first time, in milliseconds. */
const patience = [30, 120] as const;
/** Warnings of one message. */
const mostWarnings = 20;

/** A message as it is taken in, and the id it is recorded under. */
export interface Arriving {
  readonly message: Acceptable;
  readonly messageId: string;
}

/**
 * What messages name and nobody has defined: a count for a location that does not exist, an order for a
 * SKU that is in no catalogue. Such a message is taken in and applied, since its definition may be on the
 * way; whoever sent it is warned, and the name is listed until it is defined.
 */
export class Names {
  private readonly known = new LRUCache<string, true>({ max: remembered });
  /** Names that were waited for and listed. */
  private readonly listed = new LRUCache<string, true>({ max: remembered });

  constructor(
    private readonly events: EventStore,
    private readonly readStore: ReadStore,
  ) {}

  /** @returns for each message what to warn its sender of */
  async warningsFor(arriving: readonly Arriving[]): Promise<IntakeWarning[][]> {
    for (const { message } of arriving) {
      const defined = definedBy(message.type, message.data);
      if (defined) this.known.set(nameId(defined.kind, defined.name), true);
    }
    const named = arriving.map(({ message }) => namesIn(message));
    const open = await this.unknownAmong(new Set(named.flat().map(idOf)));
    if (open.size === 0) return named.map(() => []);
    await this.list(arriving, named, open);
    return named.map((names) =>
      names
        .filter((one) => open.has(idOf(one)))
        .slice(0, mostWarnings)
        .map(warningOf),
    );
  }

  /**
   * Names that messages used before anybody defined them and that are not defined yet, first used first.
   * A page may hold fewer than asked for, or none, where names have been defined meanwhile.
   */
  async unresolved(
    kind: Named['kind'] | undefined,
    limit: number,
    cursor: string | undefined,
  ): Promise<{ items: UnknownName[]; next?: string }> {
    const { items, next } = await this.readStore.find(unknownNames, {
      ...(kind && { where: { kind } }),
      sort: { by: 'since', direction: 'asc' },
      limit,
      ...(cursor && { cursor }),
    });
    const known = await this.storedAmong(items.map(({ id }) => id));
    const open = items.filter(({ id }) => !known.has(id));
    return { items: open.map(({ json }) => JSON.parse(json) as UnknownName), ...(next && { next }) };
  }

  private async unknownAmong(ids: ReadonlySet<string>): Promise<Set<string>> {
    const asked = [...ids].filter((id) => !this.known.get(id));
    let unknown = await this.stillUnknown(asked);
    for (const pause of patience) {
      if (unknown.every((id) => this.listed.has(id))) break;
      await delay(pause);
      unknown = await this.stillUnknown(unknown);
    }
    return new Set(unknown);
  }

  private async stillUnknown(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const stored = await this.storedAmong(ids);
    for (const id of stored) this.known.set(id, true);
    return ids.filter((id) => !stored.has(id) && !this.known.has(id));
  }

  private async storedAmong(ids: readonly string[]): Promise<Set<string>> {
    return new Set((await this.readStore.getMany(knownNames, ids)).map(({ id }) => id));
  }

  /** Each name is listed by the first message that used it. */
  private async list(
    arriving: readonly Arriving[],
    named: readonly (readonly Named[])[],
    open: ReadonlySet<string>,
  ): Promise<void> {
    const first = new Map<string, { readonly one: Named; readonly by: Arriving }>();
    named.forEach((names, index) => {
      for (const one of names)
        if (open.has(idOf(one)) && !this.listed.has(idOf(one)) && !first.has(idOf(one)))
          first.set(idOf(one), { one, by: arriving[index]! });
    });
    const time = new Date().toISOString();
    await Promise.all(
      [...first].map(([id, { one, by }]) =>
        recordOwn(this.events, (attempt) => ({
          stream: `unknown-${id}`,
          expectedVersion: 'any',
          events: [
            {
              id: ownFactId('unknown-name', id, attempt),
              type: 'tributary.message.unknown-name.v1',
              time,
              data: {
                ...one,
                messageId: by.messageId,
                messageType: by.message.type,
                source: by.message.source,
              },
              metadata: { source: 'tributary/gateway', causationId: by.messageId },
            },
          ],
        })),
      ),
    );
    for (const id of first.keys()) this.listed.set(id, true);
  }
}

const idOf = ({ kind, name }: Named): string => nameId(kind, name);
