import { InvalidArgumentError } from 'commander';

/** The options of commands that start the platform, over the environment. */
export interface PlatformOptions {
  readonly port?: string;
  readonly data?: string;
}

export const environmentOf = ({ port, data }: PlatformOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(port !== undefined && { TRIBUTARY_PORT: port }),
  ...(data !== undefined && { TRIBUTARY_DATA: data }),
});

export const portOption = [
  '--port <number>',
  'port of the HTTP door, 0 takes a free one (TRIBUTARY_PORT, 3000)',
] as const;
export const dataOption = [
  '--data <folder>',
  'folder of the event log and the read models (TRIBUTARY_DATA, ./data)',
] as const;

/** @param most the largest value that makes sense */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };

export const positiveNumber =
  (most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!(value > 0 && value <= most))
      throw new InvalidArgumentError(`It must be a number above 0 and up to ${most}.`);
    return value;
  };

/** Which orders of a list come first. */
export const sortOrders = ['newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];
