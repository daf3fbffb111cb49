import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Service } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';

/** A service by what it declares to Nest. */
export type Declared = Pick<ServiceParts, 'name' | 'module'>;

const pathsOf = (target: object): string[] =>
  [(Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined) ?? ''].flat();

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

/** What a controller answers over HTTP; a consumer of events answers nothing there. */
const routesOf = (controller: Type): string[] =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = (controller.prototype as Record<string, unknown>)[name];
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    return pathsOf(controller).flatMap((prefix) =>
      pathsOf(handler).map((path) => `${RequestMethod[method]} ${joined(prefix, path)}`),
    );
  });

/**
 * Which service answers a route: `METHOD /path/:parameter`, as its controllers declare it to Nest.
 * @throws RangeError for a route outside /v1, which the door would let strangers through to
 */
export const ownersOf = (services: readonly Declared[]): ReadonlyMap<string, Service> => {
  const owners = new Map<string, Service>();
  for (const { name, module } of services)
    for (const route of (module.controllers ?? []).flatMap(routesOf)) {
      if (!route.includes(' /v1/')) throw new RangeError(`${route} of ${name} is not below /v1.`);
      owners.set(route, name);
    }
  return owners;
};
