import type { Connector } from './connector.ts';
import { cloudevents } from './cloudevents/index.ts';
import { geonames } from './geonames/index.ts';
import { onlineRetail } from './online-retail/index.ts';

export * from './connector.ts';
export { isEncoding } from './encoding.ts';
export { type RowColumns, type TableRow, csvRows, ndjsonRows } from './rows.ts';
export { readAll } from './read-all.ts';
export type { WholeImport } from './read-all.ts';
export { cloudevents } from './cloudevents/index.ts';
export { geonames } from './geonames/index.ts';
export { onlineRetail } from './online-retail/index.ts';
export type { OnlineRetailReport } from './online-retail/index.ts';

/** Every file format that can be imported, by the name a person gives it. */
export const connectors = {
  'online-retail': onlineRetail,
  cloudevents,
  geonames,
} as const satisfies Record<string, Connector>;

export type ConnectorName = keyof typeof connectors;

export const isConnectorName = (name: string): name is ConnectorName => Object.hasOwn(connectors, name);
