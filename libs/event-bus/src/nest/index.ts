export { BusContext, BusServer, type BusServerOptions } from './bus-server.ts';
export type { ServiceParts } from './service-parts.ts';
