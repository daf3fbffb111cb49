import type { PreparedCheck, PreparedStream } from './prepared-append.ts';
import type { AppendResult } from './port.ts';

/** An append that waits to be written. */
export interface Submitted {
  readonly appends: readonly PreparedStream[];
  readonly checks: readonly PreparedCheck[];
  /** Appends of this process that lead to the version it expects or saw: one of them must come to be. */
  readonly standsOn: readonly { readonly on: Submitted; readonly stream: string }[];
  /** The version each stream will be at, where that was said. */
  readonly leadsTo: ReadonlyMap<string, number>;
  /** Hashes of what was written for it and perhaps recorded: nobody knows where the answer was lost. */
  readonly attempted: Set<string>;
  /** Nothing was or will be written for it. */
  cameToNothing: boolean;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

const leadsTo = (appends: readonly PreparedStream[]): Map<string, number> => {
  const versions = new Map<string, number>();
  for (const { stream, expectedVersion, events } of appends) {
    const start = versions.get(stream) ?? (expectedVersion === 'any' ? undefined : expectedVersion);
    if (start !== undefined) versions.set(stream, start + events.length);
  }
  return versions;
};

/** The appends of this process that are not answered yet, by the streams they name. */
export class Unanswered {
  private readonly byStream = new Map<string, Submitted[]>();

  /** The append with what it stands on: what this process appended before, up to the version it expects. */
  add(parts: Pick<Submitted, 'appends' | 'checks' | 'resolve' | 'reject'>): Submitted {
    const seen = [
      ...parts.appends.map(({ stream, expectedVersion }) => ({ stream, version: expectedVersion })),
      ...parts.checks,
    ];
    const standsOn = seen.flatMap(({ stream, version }) =>
      (this.byStream.get(stream) ?? [])
        .filter((on) => on.leadsTo.get(stream) === version)
        .map((on) => ({ on, stream })),
    );
    const added = {
      ...parts,
      standsOn,
      leadsTo: leadsTo(parts.appends),
      attempted: new Set<string>(),
      cameToNothing: false,
    };
    for (const stream of streamsOf(added)) {
      const others = this.byStream.get(stream);
      if (others) others.push(added);
      else this.byStream.set(stream, [added]);
    }
    return added;
  }

  remove(submitted: Submitted): void {
    for (const stream of streamsOf(submitted)) {
      const others = this.byStream.get(stream)!.filter((other) => other !== submitted);
      if (others.length === 0) this.byStream.delete(stream);
      else this.byStream.set(stream, others);
    }
  }
}

export const streamsOf = ({ appends }: Pick<Submitted, 'appends'>): string[] => [
  ...new Set(appends.map(({ stream }) => stream)),
];

export const checkedBy = ({ checks }: Pick<Submitted, 'checks'>): string[] =>
  checks.map(({ stream }) => stream);

export const idsOf = ({ appends }: Pick<Submitted, 'appends'>): string[] =>
  appends.flatMap(({ events }) => events.map(({ event }) => event.id));

export const countOf = ({ appends }: Pick<Submitted, 'appends'>): number =>
  appends.reduce((sum, { events }) => sum + events.length, 0);
