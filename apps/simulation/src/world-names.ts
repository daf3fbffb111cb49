/** The shapes in which the platform runs, by name: known without loading any of it. */
export const worldNames = ['embedded', 'distributed'] as const;

export type WorldName = (typeof worldNames)[number];
