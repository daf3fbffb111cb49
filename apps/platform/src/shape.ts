import { type Service, services } from '@tributary/contracts';

/** The variables that say what runs where. */
export interface Deployment {
  readonly TRIBUTARY_SERVICES: string;
  readonly TRIBUTARY_SERVICE_URLS: string;
  readonly TRIBUTARY_IDENTITY_SECRET?: string | undefined;
  readonly TRIBUTARY_EVENT_STORE: string;
  readonly TRIBUTARY_READ_STORE: string;
  readonly TRIBUTARY_BUS: string;
}

/** Where a service that runs elsewhere is asked: each of its addresses is that of a replica, or of all of them. */
export type ServiceUrls = Readonly<Partial<Record<Service, readonly string[]>>>;

/** What runs in this process, and what elsewhere. */
export interface Shape {
  readonly here: ReadonlySet<Service>;
  readonly elsewhere: readonly Service[];
  /** Of those elsewhere, where this process asks them: scheme, host and port. */
  readonly urls: ServiceUrls;
  /** Any number of processes may run each service: every engine is one that processes share. */
  readonly isShared: boolean;
}

export const shapeOf = (deployment: Deployment): Shape => {
  const { TRIBUTARY_SERVICES: named } = deployment;
  const here = new Set(named === 'all' ? services : (named.split(',') as Service[]));
  const elsewhere = services.filter((service) => !here.has(service));
  const urls = here.has('gateway') ? urlsOf(deployment.TRIBUTARY_SERVICE_URLS, elsewhere) : {};
  return { here, elsewhere, urls, isShared: isShared(deployment) };
};

/** Why a process cannot be as it is asked to be, if it cannot. */
export const needOf = (
  deployment: Deployment,
): { readonly variable: keyof Deployment; readonly message: string } | undefined => {
  const { here, elsewhere, urls, isShared: shared } = shapeOf(deployment);
  if (elsewhere.length === 0) return undefined;
  if (!shared)
    return {
      variable: 'TRIBUTARY_SERVICES',
      message:
        'Services run apart on engines that processes share: TRIBUTARY_EVENT_STORE=postgres://… or kurrentdb://…, TRIBUTARY_READ_STORE=mongodb://… and TRIBUTARY_BUS=kafka://….',
    };
  if (deployment.TRIBUTARY_IDENTITY_SECRET === undefined)
    return {
      variable: 'TRIBUTARY_IDENTITY_SECRET',
      message: 'Services that run apart need it, the same in each process.',
    };
  const lost = here.has('gateway') ? elsewhere.filter((service) => urls[service] === undefined) : [];
  return lost.length === 0
    ? undefined
    : {
        variable: 'TRIBUTARY_SERVICE_URLS',
        message: `The gateway is not told where ${lost.join(', ')} ${lost.length === 1 ? 'is' : 'are'}.`,
      };
};

const isShared = (deployment: Deployment): boolean =>
  /^(postgres(ql)?|kurrentdb(\+discover)?):/.test(deployment.TRIBUTARY_EVENT_STORE) &&
  deployment.TRIBUTARY_READ_STORE.startsWith('mongodb') &&
  deployment.TRIBUTARY_BUS.startsWith('kafka:');

const urlsOf = (text: string, elsewhere: readonly Service[]): ServiceUrls => {
  const pairs = text
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  const byService = Map.groupBy(pairs, ([service]) => service as Service);
  return Object.fromEntries(
    [...byService]
      .filter(([service]) => elsewhere.includes(service))
      .map(([service, named]) => [service, named.map(([, url]) => url)]),
  );
};
