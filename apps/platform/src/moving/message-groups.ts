import type { Type } from '@nestjs/common';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import { topicOf } from '@tributary/contracts';
import type { ServiceParts } from '@tributary/event-bus/nest';

/** A consumer group that takes messages one by one, and what it listens to. */
export interface MessageGroup {
  readonly group: string;
  readonly types: readonly string[];
  readonly topics: readonly string[];
}

/** The message groups of services, as their `@EventPattern` handlers declare them. */
export const messageGroupsOf = (services: readonly ServiceParts[]): MessageGroup[] =>
  services
    .filter(({ transport }) => transport !== undefined)
    .map(({ name, module: { controllers = [] } }) => {
      const types = (controllers as Type[]).flatMap(typesOf);
      return { group: name, types, topics: [...new Set(types.map((type) => topicOf(type)!))] };
    });

const typesOf = ({ prototype }: Type<Record<string, unknown>>): string[] =>
  Object.getOwnPropertyNames(prototype)
    .map((name) => prototype[name])
    .filter((handler): handler is () => unknown => typeof handler === 'function')
    .flatMap((handler) => (Reflect.getMetadata(PATTERN_METADATA, handler) ?? []) as string[]);
