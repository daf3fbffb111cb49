import type { Command } from 'commander';

/** As of which something is asked for: ISO 8601 instants; now where both are left out. */
export interface MomentOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Adds the two ways to ask for a moment. */
export const withMoment = (command: Command): Command =>
  command
    .option('--as-of <moment>', 'as it was true then: what had happened by then, told whenever')
    .option('--known-at <moment>', 'as it was known then: what had been recorded by then');
