import { distributed } from './distributed.ts';
import { embedded } from './embedded.ts';
import type { Opening } from './play.ts';

/** The shapes in which the platform runs. */
export const worlds = { embedded, distributed } satisfies Record<string, Opening>;

export type WorldName = keyof typeof worlds;
