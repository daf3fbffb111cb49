import type { Kind } from '../kind.ts';
import { bodiesKind } from './bodies.ts';
import { crashKind } from './crash.ts';
import { floodsKind } from './floods.ts';
import { heavyBodiesKind } from './heavy-bodies.ts';
import { idsKind } from './ids.ts';
import { keysKind } from './keys.ts';
import { longFactsKind } from './long-facts.ts';
import { rolesKind } from './roles.ts';

/** In the order in which they are played: the crash last, since what is verified after it is what all of them left. */
export const kinds: readonly Kind[] = [
  rolesKind,
  bodiesKind,
  heavyBodiesKind,
  floodsKind,
  idsKind,
  keysKind,
  longFactsKind,
  crashKind,
];
