export { BusContext, BusServer, type BusServerOptions } from './bus-server.ts';
export { HandlerErrors, connectBus } from './connect-bus.ts';
export type { ProjectorPart, ServiceParts } from './service-parts.ts';
