import type { Place } from '../port.ts';

/** Brokers keep 4,096 bytes of metadata beside an offset, if nobody configured less. */
const mostMetadata = 4_000;

interface Mark extends Place {
  readonly on: number;
  readonly isWork: boolean;
}

/**
 * Bus partition → highest position below the place of a group in one Kafka partition. It travels with
 * the committed offset, so that what a relay sent again before a restart is known as a repeat after it.
 */
export class DonePlaces {
  private readonly marks: Mark[] = [];
  private readonly done: Map<string, number>;

  constructor(done: ReadonlyMap<string, number> = new Map()) {
    this.done = new Map(done);
  }

  /**
   * Of the next message of the Kafka partition.
   * @param on its Kafka offset
   * @param isWork it is handled; what lies between two of these is done with the first
   */
  add(on: number, place: Place, isWork: boolean): void {
    const last = this.marks.at(-1);
    const replaces = !isWork && last && !last.isWork && last.partition === place.partition;
    if (replaces) this.marks.pop();
    this.marks.push({ ...place, on, isWork });
  }

  /**
   * What a commit of everything through this Kafka offset says beside the offset, as JSON; nothing
   * where it is too long: then repeats come through, which handlers bear.
   */
  metadataThrough(on: number): string {
    const ahead = this.marks.findIndex((mark) => mark.on > on);
    for (const { partition, offset } of this.marks.splice(0, ahead < 0 ? this.marks.length : ahead)) {
      this.done.set(partition, Math.max(offset, this.done.get(partition) ?? 0));
    }
    const metadata = JSON.stringify(Object.fromEntries(this.done));
    return metadata.length < mostMetadata ? metadata : '';
  }
}

/** What `metadataThrough` said; nothing where a person or a tool set the offset. */
export const donePlacesFrom = (metadata: string): Map<string, number> => {
  try {
    const entries = Object.entries(JSON.parse(metadata) as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])));
  } catch {
    return new Map();
  }
};
