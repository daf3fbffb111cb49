import type { RecordedEvent } from '@tributary/event-store';

/** When something was told: by when it happened, then by its place in the log of what was told. */
export interface Told {
  readonly updatedAt: string;
  /** Of two versions of one moment the one told last is a correction. */
  readonly position: number;
}

/** Whether what is known happened after this, whichever comes first. */
export const isNewer = (
  known: Told | undefined,
  { time, position }: Pick<RecordedEvent, 'time' | 'position'>,
): boolean =>
  known !== undefined && (known.updatedAt > time || (known.updatedAt === time && known.position > position));
