import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the lock file says of a package. */
export interface Locked {
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  /** It has a script that npm may run when it is installed. */
  readonly hasInstallScript?: boolean;
  /** SPDX expression. */
  readonly license?: string;
}

const file = join(import.meta.dirname, '..', 'package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Packages that are installed, each with its path; our own, which are links, are none of them. */
export const installed: readonly (readonly [path: string, locked: Locked])[] = Object.entries(
  packages,
).filter(([path, { link }]) => path.includes('node_modules/') && !link);
