import { Logger } from '@nestjs/common';
import type { Service } from '@tributary/contracts';
import type { GroupStatus } from '@tributary/event-bus';
import type { ConsumerGroups } from '@tributary/gateway';
import { type IdentitySigner, gatewayItself } from '@tributary/http';
import { z } from 'zod';
import { unavailable } from './forwarding.ts';
import { Replicas } from './replicas.ts';
import { ownerOf } from './service-buses.ts';
import type { ServiceUrls } from './shape.ts';

export interface Elsewhere {
  /** Where services run that this process does not: scheme, host and port. */
  readonly urls: ServiceUrls;
  readonly sign: IdentitySigner;
  /** Longest that a service may take to tell of its groups, in milliseconds. */
  readonly patience?: number;
}

/** Longest that a message may take its handler, in milliseconds. */
const patienceToRedrive = 60_000;

const Status = z.object({
  items: z.array(
    z.object({
      group: z.string(),
      lag: z.number(),
      position: z.number(),
      parked: z.number(),
      following: z.boolean(),
    }) satisfies z.ZodType<GroupStatus>,
  ),
});
const Refused = z.object({ detail: z.string() });

const logger = new Logger('groups');

/**
 * The consumer groups of services in other processes, asked over HTTP, beside those of this one. A
 * service that does not answer is named; a message is redriven where its group runs.
 * @param here the groups of this process
 */
export const groupsEverywhere = (
  here: ConsumerGroups,
  { urls, sign, patience = 5_000 }: Elsewhere,
): ConsumerGroups => {
  const elsewhere = Object.keys(urls) as Service[];
  const replicas = new Map(elsewhere.map((service) => [service, new Replicas(urls[service]!)]));

  const ask = async (service: Service, path: string, init: RequestInit): Promise<Response> => {
    const origin = replicas.get(service)!.next();
    const asked = fetch(new URL(`/v1/running/groups${path}`, origin), {
      ...init,
      headers: {
        authorization: `Bearer ${await sign(gatewayItself, service)}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
      },
    });
    return asked.catch((error: unknown) => {
      replicas.get(service)!.missed(origin);
      throw error;
    });
  };

  const statusOf = async (service: Service): Promise<readonly GroupStatus[] | undefined> => {
    try {
      const answer = await ask(service, '', { signal: AbortSignal.timeout(patience) });
      if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
      return Status.parse(await answer.json()).items;
    } catch (error) {
      logger.warn(`The groups of ${service} are not known: ${(error as Error).message}`);
      return undefined;
    }
  };

  return {
    status: async () => {
      const [own, ...others] = await Promise.all([here.status(), ...elsewhere.map(statusOf)]);
      const unreachable = [
        ...(own.unreachable ?? []),
        ...elsewhere.filter((_, index) => others[index] === undefined),
      ];
      return {
        items: [...own.items, ...others.flatMap((items) => items ?? [])],
        ...(unreachable.length > 0 && { unreachable }),
      };
    },
    redrive: async (group, place) => {
      const owner = elsewhere.find((service) => service === ownerOf(group));
      if (owner === undefined) return here.redrive(group, place);
      const answer = await ask(owner, `/${encodeURIComponent(group)}/redrive`, {
        method: 'POST',
        body: JSON.stringify({ partition: place.partition, offset: place.offset }),
        signal: AbortSignal.timeout(patienceToRedrive),
      }).catch((error: unknown) => {
        logger.warn(`${group} could not be redriven: ${(error as Error).message}`);
        throw unavailable(owner);
      });
      if (answer.ok) return;
      const refused = Refused.safeParse(await answer.json().catch(() => undefined));
      throw new Error(refused.data?.detail ?? `The ${owner} service answered ${answer.status}.`);
    },
  };
};
