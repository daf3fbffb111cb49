import { distributed } from './distributed.ts';
import { embedded } from './embedded.ts';
import type { Opening } from './play.ts';
import type { WorldName } from './world-names.ts';

export const worlds: Readonly<Record<WorldName, Opening>> = { embedded, distributed };
