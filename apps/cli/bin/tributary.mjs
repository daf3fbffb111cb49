#!/usr/bin/env node
/** `npx tributary …` in a clone: installs and builds what is missing, then runs the command line. */
import { fileURLToPath } from 'node:url';

const runner = new URL('../../../tools/run.mjs', import.meta.url);
// The runner starts itself again under the pinned Node by its own name and arguments.
process.argv.splice(1, 1, fileURLToPath(runner), 'cli');
await import(runner.href);
