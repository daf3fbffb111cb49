import type { Kind } from '../kind.ts';
import { bodiesKind } from './bodies.ts';
import { rolesKind } from './roles.ts';

/** In the order in which they are played. */
export const kinds: readonly Kind[] = [rolesKind, bodiesKind];
