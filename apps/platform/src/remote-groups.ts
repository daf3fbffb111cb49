import type { Service } from '@tributary/contracts';
import type { GroupStatus } from '@tributary/event-bus';
import type { ConsumerGroups } from '@tributary/gateway';
import type { IdentitySigner } from '@tributary/http';

const patience = 5_000;
/** The gateway itself, to the services behind it. */
const gateway = { keyId: 'gateway', name: 'gateway', role: 'admin' } as const;

/** The service whose group it is: groups are named `<service>` or `<service>-<purpose>`. */
export const ownerOf = (group: string): string => group.split('-')[0]!;

/**
 * The consumer groups of services that run elsewhere, asked over HTTP, beside those that run here.
 * @param urls where the others are
 */
export const groupsEverywhere = (
  here: ConsumerGroups,
  urls: Readonly<Partial<Record<Service, string>>>,
  sign: IdentitySigner,
): ConsumerGroups => {
  const ask = async (service: Service, path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(new URL(path, urls[service]), {
      ...init,
      headers: {
        authorization: `Bearer ${await sign(gateway, service)}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await response.json();
    if (!response.ok)
      throw new Error((body as { detail?: string }).detail ?? `It answered ${response.status}.`);
    return body;
  };
  const elsewhere = Object.keys(urls) as Service[];
  return {
    status: async () => {
      const [own, ...others] = await Promise.all([
        here.status(),
        ...elsewhere.map((service) => ask(service, '/v1/running/groups').catch(() => undefined)),
      ]);
      const unreachable = elsewhere.filter((_, index) => others[index] === undefined);
      return {
        items: [own, ...others].flatMap(
          (answer) => (answer as { items: GroupStatus[] } | undefined)?.items ?? [],
        ),
        ...(unreachable.length > 0 && { unreachable }),
      };
    },
    redrive: async (group, place) => {
      const service = ownerOf(group) as Service;
      if (urls[service] === undefined) return here.redrive(group, place);
      await ask(service, `/v1/running/groups/${encodeURIComponent(group)}/redrive`, {
        method: 'POST',
        body: JSON.stringify(place),
      });
    },
  };
};
