import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { SELF_DECLARED_DEPS_METADATA } from '@nestjs/common/constants.js';
import { PATTERN_METADATA, TRANSPORT_METADATA } from '@nestjs/microservices/constants.js';
import type { EventBus } from '@tributary/event-bus';
import { type BusContext, BusServer, type ServiceParts } from '@tributary/event-bus/nest';
import type { RecordedEvent } from '@tributary/event-store';

type Handler = (event: RecordedEvent, context: BusContext) => Promise<void>;

/**
 * Has a service's `@EventPattern` handlers follow the bus as the platform has, but without a Nest application:
 * starting one takes longer than a whole simulated day.
 */
export const subscribeHandlers = async (
  { name, transport, module }: ServiceParts,
  bus: EventBus,
): Promise<void> => {
  if (!transport) return;
  const server = new BusServer({ bus, group: name, transportId: transport });
  for (const [type, handlers] of handlersOf(module, transport)) {
    const handleAll: Handler = async (event, context) => {
      for (const handle of handlers) await handle(event, context);
    };
    server.addHandler(type, handleAll as never, true);
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.listen((error) => (error ? reject(error as Error) : resolve()));
  await promise;
};

const handlersOf = (
  { controllers = [], providers = [] }: ServiceParts['module'],
  transport: symbol,
): Map<string, Handler[]> => {
  const provided = new Map(
    (providers as { provide: unknown; useValue: unknown }[]).map(({ provide, useValue }) => [
      provide,
      useValue,
    ]),
  );
  const found = new Map<string, Handler[]>();
  for (const controller of controllers) {
    let instance: object | undefined;
    for (const { method, types } of listening(controller, transport)) {
      const own = (instance ??= instantiated(controller, provided)) as Record<string, Handler>;
      const handle: Handler = (event, context) => own[method]!(event, context);
      for (const type of types) found.set(type, [...(found.get(type) ?? []), handle]);
    }
  }
  return found;
};

/** Methods that listen on this transport, and to what. */
const listening = (controller: Type, transport: symbol) =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
    const declared = (controller.prototype as Record<string, object>)[method]!;
    if (Reflect.getMetadata(TRANSPORT_METADATA, declared) !== transport) return [];
    return [{ method, types: Reflect.getMetadata(PATTERN_METADATA, declared) as string[] }];
  });

/** Every parameter names what it takes. */
const instantiated = (controller: Type, provided: ReadonlyMap<unknown, unknown>): object => {
  const named = (Reflect.getMetadata(SELF_DECLARED_DEPS_METADATA, controller) ?? []) as {
    index: number;
    param: unknown;
  }[];
  const taken: unknown[] = [];
  for (const { index, param } of named) taken[index] = provided.get(param);
  return new controller(...taken) as object;
};
