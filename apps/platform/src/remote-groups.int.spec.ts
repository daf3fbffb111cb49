import 'reflect-metadata';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Service, roles } from '@tributary/contracts';
import type { GroupStatus, Place } from '@tributary/event-bus';
import type { ConsumerGroups } from '@tributary/gateway';
import { gatewayItself, identitySigner, signedIdentities } from '@tributary/http';
import { openDoor } from './door.ts';
import { groupsEverywhere } from './remote-groups.ts';
import { RunningController, groupsHereToken } from './running.controller.ts';

const secrets = ['a-secret-of-the-gateway-and-its-services'];
const sign = identitySigner(secrets);
const silent = { log() {}, error() {}, warn() {}, debug() {}, verbose() {} };
/** Port 1 of this machine: nobody is there. */
const nowhere = 'http://127.0.0.1:1';
const place: Place = { partition: 'tributary.inbox.v1/3', offset: 7 };

const group = (name: string, parked = 0): GroupStatus => ({
  group: name,
  lag: 2,
  position: 40,
  parked,
  following: true,
});

/** Groups that remember what was redriven, and fail at one partition. */
class Groups implements ConsumerGroups {
  readonly redriven: [string, Place][] = [];
  constructor(private readonly items: readonly GroupStatus[]) {}
  status() {
    return Promise.resolve({ items: this.items });
  }
  redrive(name: string, at: Place) {
    if (at.partition === 'poison') return Promise.reject(new Error('The SKU is still unknown.'));
    this.redriven.push([name, at]);
    return Promise.resolve();
  }
}

class Root {}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const running = async (
  service: Service,
  groups: ConsumerGroups,
): Promise<[NestFastifyApplication, string]> => {
  const app = await openDoor({
    module: {
      module: Root,
      controllers: [RunningController],
      providers: [{ provide: groupsHereToken, useValue: groups }],
    },
    keys: signedIdentities(secrets, [service]),
    isPublic: true,
    logger: silent,
  });
  await app.listen(0, '127.0.0.1');
  return [app, urlOf(app.getHttpServer() as Server)];
};

describe('Consumer groups of all processes', () => {
  const here = new Groups([group('gateway-inbox')]);
  const inOrder = new Groups([group('order'), group('order-payments', 1)]);
  const inInventory = new Groups([group('inventory')]);
  let apps: NestFastifyApplication[];
  let order: string;
  let inventory: string;
  beforeAll(async () => {
    const [first, orders] = await running('order', inOrder);
    const [second, stock] = await running('inventory', inInventory);
    [apps, order, inventory] = [[first, second], orders, stock];
  });
  afterAll(() => Promise.all(apps.map((app) => app.close())));
  beforeEach(() => {
    for (const { redriven } of [here, inOrder, inInventory]) redriven.length = 0;
  });

  it('are told as one list', async () => {
    expect(
      await groupsEverywhere(here, { urls: { order: [order], inventory: [inventory] }, sign }).status(),
    ).toEqual({
      items: [group('gateway-inbox'), group('order'), group('order-payments', 1), group('inventory')],
    });
  });

  it('are told without those of services that do not answer, which are named', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1');
    const wrong = createServer((_, answer) => answer.end('{"items":[{}]}')).listen(0, '127.0.0.1');
    await Promise.all([mute, wrong].map((server) => once(server, 'listening')));
    const urls = {
      order: [order],
      inventory: [nowhere],
      sourcing: [urlOf(mute)],
      repository: [urlOf(wrong)],
    };
    expect(await groupsEverywhere(here, { urls, sign, patience: 300 }).status()).toEqual({
      items: [group('gateway-inbox'), group('order'), group('order-payments', 1)],
      unreachable: ['inventory', 'sourcing', 'repository'],
    });
    for (const server of [mute, wrong]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('are not told where the secret is another one', async () => {
    const stranger = identitySigner(['another-secret-than-that-of-the-services']);
    const { status } = groupsEverywhere(here, { urls: { order: [order] }, sign: stranger });
    expect(await status()).toEqual({ items: [group('gateway-inbox')], unreachable: ['order'] });
  });

  it('take a parked message once more where they run', async () => {
    const everywhere = groupsEverywhere(here, { urls: { order: [order], inventory: [inventory] }, sign });
    await everywhere.redrive('order-payments', place);
    await everywhere.redrive('inventory', place);
    await everywhere.redrive('gateway-inbox', place);
    await everywhere.redrive('orders', place);
    expect(inOrder.redriven).toEqual([['order-payments', place]]);
    expect(inInventory.redriven).toEqual([['inventory', place]]);
    expect(here.redriven).toEqual([
      ['gateway-inbox', place],
      ['orders', place],
    ]);
  });

  it('say what a message fails with again, and whose service is away', async () => {
    const everywhere = groupsEverywhere(here, { urls: { order: [order], inventory: [nowhere] }, sign });
    await expect(everywhere.redrive('order', { ...place, partition: 'poison' })).rejects.toThrow(
      /^The SKU is still unknown\.$/,
    );
    await expect(everywhere.redrive('inventory', place)).rejects.toMatchObject({
      code: 'service-unavailable',
      message: 'The inventory service does not answer now; try again.',
    });
  });

  const asked = async (token: string, path = '', init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${order}/v1/running/groups${path}`, { ...init, headers });
    return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`;
  };
  const redrive = { method: 'POST', body: JSON.stringify(place) };

  it('are for the gateway itself: no key that it vouches for opens them, of whatever role', async () => {
    for (const role of roles) {
      const token = await sign({ keyId: 'd3b5', name: 'gateway', role }, 'order');
      expect(await asked(token)).toBe('403 not-allowed');
      expect(await asked(token, '/order/redrive', redrive)).toBe('403 not-allowed');
    }
    expect(await asked('trb_key')).toBe('401 not-signed-in');
    expect(await asked(await sign(gatewayItself, 'inventory'))).toBe('401 not-signed-in');
    expect(inOrder.redriven).toEqual([]);
  });

  it('are redriven only at a place', async () => {
    const body = JSON.stringify({ partition: 'p', offset: -1 });
    expect(await asked(await sign(gatewayItself, 'order'), '/order/redrive', { method: 'POST', body })).toBe(
      '400 invalid',
    );
  });

  it('are no part of what is documented for people', async () => {
    const document = (await (await fetch(`${order}/openapi.json`)).json()) as { paths: object };
    expect(document.paths).toEqual({});
  });
});
