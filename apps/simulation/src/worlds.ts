import type { Opening } from './play.ts';
import { EmbeddedWorld } from './embedded-world.ts';

/** The shapes in which the platform runs. */
export const worlds = {
  embedded: (kernel, climate, { engines }) => new EmbeddedWorld(kernel, climate, engines),
} satisfies Record<string, Opening>;

export type WorldName = keyof typeof worlds;
