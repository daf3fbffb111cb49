import type { FastifyReply } from 'fastify';
import { Problem } from './problem.ts';

/** How many answers that go on may be open at once. */
export interface RoomForStreams {
  readonly most: number;
  /** With one key: who opens them without closing them leaves room for all others. */
  readonly mostOfKey: number;
  /** What they are called, such as `feeds`. */
  readonly called: string;
  /** Told where there is no room for anybody. */
  readonly full: string;
}

/**
 * @param open the id of its key for each that is open
 * @throws Problem 429 `too-many-streams` this key has its share, 503 `too-many-listeners` there is no room for anybody
 */
export const assertRoomFor = (keyId: string, open: readonly string[], room: RoomForStreams): void => {
  const { most, mostOfKey, called, full } = room;
  if (open.filter((each) => each === keyId).length >= mostOfKey)
    throw new Problem(
      429,
      'too-many-streams',
      `A key may have ${mostOfKey} ${called} open at once: close one, or share it.`,
    );
  if (open.length >= most) throw new Problem(503, 'too-many-listeners', `${full}; try again shortly.`);
};

/** How long nobody may take anything of an answer that is sent piece by piece, in milliseconds. */
const patience = 60_000;

/** Cuts an answer off of which nobody takes anything any more. */
export const cutOffWhenIdle = ({ raw }: FastifyReply): void => {
  raw.setTimeout(patience, () => raw.destroy());
};
