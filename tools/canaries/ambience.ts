import { allowed, planted } from './canary.ts';

const domain = 'services/order/src/domain/order';
const projections = 'services/order/src/projections';
const syntax = 'no-restricted-syntax';
const globals = 'no-restricted-globals';
const imports = 'no-restricted-imports';

/** Uses of ambient time, chance, ids and process that ESLint must report in domain and projections. */
export const ambientCode = [
  planted(syntax, 'the clock', `${domain}/e01.ts`, 'export const now = () => Date.now();'),
  planted(
    syntax,
    'the clock by another spelling',
    `${domain}/e02.ts`,
    `export const now = () => Date['now']();`,
  ),
  planted(
    syntax,
    'the clock in a projection',
    `${projections}/e03.ts`,
    'export const now = () => new Date();',
  ),
  planted(syntax, 'the clock as text', `${domain}/e04.ts`, 'export const now = () => Date();'),
  planted(syntax, 'an alias of the clock', `${domain}/e05.ts`, 'export const { now } = Date;'),
  planted(syntax, 'chance', `${domain}/e06.ts`, 'export const luck = () => Math.random();'),
  planted(
    syntax,
    'the time zone of the machine',
    `${projections}/e07.ts`,
    'export const hour = (time: string) => new Date(time).getHours();',
  ),
  planted(syntax, 'an enum', `${domain}/e08.ts`, 'export enum Colour { Red }'),
  planted(globals, 'the fine clock', `${domain}/e09.ts`, 'export const now = () => performance.now();'),
  planted(globals, 'a new id', `${domain}/e10.ts`, 'export const id = () => crypto.randomUUID();'),
  planted(
    globals,
    'a timer',
    `${domain}/e11.ts`,
    'export const later = (f: () => void) => setTimeout(f, 1);',
  ),
  planted(globals, 'the environment', `${projections}/e12.ts`, 'export const zone = process.env.TZ;'),
  planted(
    globals,
    'the clock through the global object',
    `${domain}/e13.ts`,
    'export const now = () => globalThis.Date.now();',
  ),
  planted(imports, 'ids from a package', `${domain}/e14.ts`, `export { v7 } from 'uuid';`),
  planted(imports, 'ids from Node', `${projections}/e15.ts`, `export { randomUUID } from 'node:crypto';`),
  planted(
    imports,
    'the event store itself in the domain',
    `${domain}/e16.ts`,
    `import type { EventStore } from '@tributary/event-store';`,
    'export type Store = EventStore;',
  ),
];

export const deterministicCode = [
  allowed(
    'a moment that was handed in is read in UTC',
    `${domain}/f01.ts`,
    'export const hour = (time: string): number => new Date(time).getUTCHours();',
    'export const at = (time: string): number => Date.parse(time);',
    'export const larger = (a: number, b: number): number => Math.max(a, b);',
  ),
  allowed(
    'the edge has the clock',
    'services/order/src/edge/f02.ts',
    'export const now = (): Date => new Date();',
  ),
  allowed(
    'the domain takes the words of a decision',
    `${domain}/f03.ts`,
    `import { accept } from '@tributary/event-store';`,
    `import type { Decision } from '@tributary/event-store';`,
    'export const nothing = (): Decision<never> => accept();',
  ),
];
