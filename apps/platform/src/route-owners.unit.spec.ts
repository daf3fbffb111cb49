import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventStore } from '@tributary/event-store';
import type { ReadStore } from '@tributary/read-store';
import { noGroups } from './embedded.ts';
import { type Declared, ownersOf } from './route-owners.ts';
import { composeServices } from './services.ts';

/** Nothing is read to learn what routes there are. */
const unused = {} as unknown;
const { services } = composeServices({
  events: () => unused as EventStore,
  readStore: () => unused as ReadStore,
  groups: noGroups,
});

describe('Whose a route is', () => {
  it('is known of every service, also where several answer below one address', () => {
    const owners = ownersOf(services);
    const about = [...owners].filter(([route]) => route.includes(' /v1/orders'));
    expect(Object.fromEntries(about)).toEqual({
      'GET /v1/orders': 'repository',
      'GET /v1/orders/live': 'repository',
      'GET /v1/orders/:orderId': 'repository',
      'GET /v1/orders/:orderId/timeline': 'repository',
      'GET /v1/orders/:orderId/trace': 'gateway',
      'GET /v1/orders/:orderId/decisions': 'sourcing',
      'GET /v1/orders/:orderId/difference': 'repository',
      'GET /v1/orders/:orderId/money': 'order',
      'POST /v1/orders': 'order',
      'POST /v1/orders/bulk': 'order',
      'POST /v1/orders/:orderId/cancel': 'order',
      'POST /v1/orders/:orderId/put-back': 'order',
      'POST /v1/orders/:orderId/change': 'order',
      'POST /v1/orders/:orderId/change/preview': 'order',
      'POST /v1/orders/:orderId/refund': 'order',
      'POST /v1/orders/:orderId/hold': 'order',
      'POST /v1/orders/:orderId/proposals/:proposalId/approve': 'order',
      'POST /v1/orders/:orderId/proposals/:proposalId/refuse': 'order',
      'POST /v1/orders/:orderId/release': 'order',
      'POST /v1/orders/:orderId/withdrawals': 'order',
      'GET /v1/orders/:orderId/withdrawals/:withdrawalId': 'order',
      'POST /v1/orders/:orderId/returns': 'order',
      'POST /v1/orders/:orderId/returns/:returnId/call-off': 'order',
      'POST /v1/orders/:orderId/returns/:returnId/exchange': 'order',
      'POST /v1/orders/:orderId/returns/:returnId/receive': 'order',
      'POST /v1/orders/:orderId/pickup-decision': 'order',
    });
    expect([owners.get('GET /v1/stock'), owners.get('POST /v1/events')]).toEqual(['inventory', 'gateway']);
  });

  it('is known of those alone that run elsewhere', () => {
    const elsewhere = services.filter(({ name }) => name === 'order');
    expect(new Set(ownersOf(elsewhere).values())).toEqual(new Set(['order']));
  });

  it('is told by methods that answer over HTTP, under each of their paths', () => {
    @Controller(['v1/a', '/v1/b/'])
    class Answering {
      @Get(['', 'one/:id'])
      read() {}
      @EventPattern('tributary.order.placed.v1')
      heard(_: unknown) {}
      helper() {}
    }
    const order: Declared = { name: 'order', module: { module: Answering, controllers: [Answering] } };
    expect([...ownersOf([order]).keys()]).toEqual([
      'GET /v1/a',
      'GET /v1/a/one/:id',
      'GET /v1/b',
      'GET /v1/b/one/:id',
    ]);
  });

  it('is not taken where the door would let strangers through', () => {
    @Controller('open')
    class Open {
      @Get()
      read() {}
    }
    const order: Declared = { name: 'order', module: { module: Open, controllers: [Open] } };
    expect(() => ownersOf([order])).toThrow('GET /open of order is not below /v1.');
  });
});
