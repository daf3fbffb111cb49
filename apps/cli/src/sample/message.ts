import type { InboundInput, InboundTypeName } from '@tributary/contracts';

/** A CloudEvent as an integrator sends it. */
export interface Message<T extends InboundTypeName = InboundTypeName> {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: T;
  /** UTC ISO 8601. */
  readonly time: string;
  /** Who says so, as the timeline shows it. */
  readonly actor: string;
  readonly businessdate?: string;
  readonly zone?: string;
  readonly data: InboundInput<T>;
}

/**
 * @param source the reporting system, e.g. `wms:WH-VENLO`
 * @param at when it happened, milliseconds since the epoch
 */
export const message = <T extends InboundTypeName>(
  type: T,
  source: string,
  id: string,
  at: number,
  data: InboundInput<T>,
): Message<T> => ({
  specversion: '1.0',
  id,
  source: `urn:sample:${source}`,
  type,
  time: new Date(at).toISOString(),
  actor: source,
  data,
});

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export const businessDateOf = (at: number, zone: string): string =>
  // Swedish writes dates the ISO way.
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
