import type { InboundCloudEvent, InboundTypeName } from '@tributary/contracts';
import type { Moment } from './london-time.ts';
import { ZONE } from './london-time.ts';
import type { Row } from './row.ts';

export const CHANNEL = 'online-retail';
/** The shop's only warehouse; the file names none. */
export const WAREHOUSE = 'uk-warehouse';

/** What one invoice becomes. Rows not named in `skipped` are in an event. */
export interface Mapped {
  events: InboundCloudEvent[];
  skipped: { row: Row; reason: string }[];
}

export interface SignedCharge {
  code: string;
  name?: string;
  amount: number;
}

/** A charge keeps the sign of the file: positive was charged, negative was given. */
export const chargeOf = ({ stock, name, money }: Row): SignedCharge => ({
  code: stock.code,
  ...(name && { name }),
  amount: money.minor,
});

export const isFree = ({ price }: Row): boolean => Number(price) === 0;
export const isNegative = ({ price }: Row): boolean => price.startsWith('-') && Number(price) !== 0;

/** History being loaded: `imported` keeps it from reserving stock and from notifying anybody. */
export const importedEvent = (
  type: InboundTypeName,
  id: string,
  source: string,
  at: Moment,
  data: unknown,
): InboundCloudEvent => ({
  specversion: '1.0',
  id,
  source,
  type,
  time: at.utc,
  datacontenttype: 'application/json',
  businessdate: at.date,
  zone: ZONE,
  imported: true,
  data,
});
