import type { Kind } from '../kind.ts';
import { bodiesKind } from './bodies.ts';
import { floodsKind } from './floods.ts';
import { heavyBodiesKind } from './heavy-bodies.ts';
import { idsKind } from './ids.ts';
import { keysKind } from './keys.ts';
import { rolesKind } from './roles.ts';

/** In the order in which they are played. */
export const kinds: readonly Kind[] = [rolesKind, bodiesKind, heavyBodiesKind, floodsKind, idsKind, keysKind];
