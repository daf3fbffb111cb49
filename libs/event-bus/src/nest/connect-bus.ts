import { Catch, type INestApplication, type RpcExceptionFilter } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import { BusServer, type BusServerOptions } from './bus-server.ts';

/**
 * Hands on what a handler, guard or pipe threw. Nest's own filter answers a caller, and so replaces
 * it by "Internal server error": the bus could neither say why a message was parked nor tell an
 * unavailable store from a poison message.
 */
@Catch()
export class HandlerErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * Binds one service's event handlers to a consumer group. Call it before `startAllMicroservices`,
 * which subscribes, and fails where a handler listens to what nobody publishes.
 */
export const connectBus = (app: INestApplication, options: BusServerOptions): void => {
  const strategy = new BusServer(options);
  // Handlers are bound when it starts, not here, so that they are bound with the filter.
  const service = app.connectMicroservice(
    { strategy },
    { inheritAppConfig: false, deferInitialization: true },
  );
  service.useGlobalFilters(new HandlerErrors());
  // The application runs the hooks of the modules that it shares with every group.
  (service as unknown as NestMicroservice).setIsInitHookCalled(true);
};
