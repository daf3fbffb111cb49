export { cursorAfter } from './cursor-after.ts';
export type { Addition, Counts } from './counts.ts';
export { type Mark, markerOf } from './marks.ts';
export * from './port.ts';
export * from './projector.ts';
