import type { AppendResult } from '../port.ts';
import type { PreparedPart } from './prepared-append.ts';

/** An append that waits for its turn. */
export interface Waiting {
  readonly parts: readonly PreparedPart[];
  /** Marks what this append recorded, so that it knows its own when an answer was lost. */
  readonly attempt: string;
  /** Appends to the same stream that this process made before, and that it expects to have been recorded. */
  readonly standsOn: readonly { readonly on: Waiting; readonly stream: string; readonly version: number }[];
  /** The version that each stream of it will be at, where that was said. */
  readonly leadsTo: ReadonlyMap<string, number>;
  /** Goes by itself: something about it must be asked of the server. */
  alone: boolean;
  /** Why it came to nothing. */
  refusal: unknown;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

export const idsOf = ({ parts }: Waiting): string[] =>
  parts.flatMap(({ events }) => events.map(({ id }) => id.toLowerCase()));

export const streamsOf = ({ parts }: Waiting): string[] => [...new Set(parts.map(({ stream }) => stream))];

export const repeatsIn = (ids: readonly string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);

const leadsTo = (parts: readonly PreparedPart[]): Map<string, number> => {
  const versions = new Map<string, number>();
  for (const { stream, expectedVersion, events } of parts) {
    const start = versions.get(stream) ?? (expectedVersion === 'any' ? undefined : expectedVersion);
    if (start !== undefined) versions.set(stream, start + events.length);
  }
  return versions;
};

/** Knows the appends that are not answered yet, by the streams they name. */
export class Unanswered {
  private readonly byStream = new Map<string, Waiting[]>();

  /** The append with what it stands on: what this process appended before, up to the version that it expects. */
  add(waiting: Omit<Waiting, 'standsOn' | 'leadsTo' | 'alone' | 'refusal'>): Waiting {
    const { parts } = waiting;
    const standsOn: Waiting['standsOn'][number][] = [];
    for (const { stream, expectedVersion } of parts) {
      for (const on of this.byStream.get(stream) ?? []) {
        if (on.leadsTo.get(stream) === expectedVersion) {
          standsOn.push({ on, stream, version: expectedVersion as number });
        }
      }
    }
    const added = { ...waiting, standsOn, leadsTo: leadsTo(parts), alone: false, refusal: undefined };
    for (const stream of streamsOf(added)) {
      const others = this.byStream.get(stream);
      if (others) others.push(added);
      else this.byStream.set(stream, [added]);
    }
    return added;
  }

  remove(waiting: Waiting): void {
    for (const stream of streamsOf(waiting)) {
      const others = this.byStream.get(stream)!.filter((other) => other !== waiting);
      if (others.length === 0) this.byStream.delete(stream);
      else this.byStream.set(stream, others);
    }
  }
}
