import type { OrderId, SourcingDecided } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import { type Sourcing, type SourcingEvent, evolve, notSourced, streamOf } from './sourcing.ts';

const given = givenFor<Sourcing, SourcingEvent>({ initialState: notSourced, evolve });

const decided = (attempt: number, units: number): SourcingEvent => ({
  type: 'tributary.sourcing.decided.v1',
  data: {
    orderId: 'web.1' as OrderId,
    decisionId: `web.1/${attempt}`,
    attempt,
    cause: attempt === 1 ? 'placed' : 'refused',
    request: {
      channel: 'web',
      whenShort: 'backorder',
      lines: [{ lineId: '1', sku: 'LAMP', quantity: units, method: 'ship' }],
    } as SourcingDecided['request'],
    ruleSet: { ruleSetId: 'default', version: 1 },
    outcome: 'unsourceable',
    fulfilments: [],
    unsourced: [],
    cost: { currency: 'EUR', total: 0, packages: 0, units: 0, distance: 0 },
    candidates: [],
    excluded: [],
  },
});

describe('What sourcing remembers of an order', () => {
  it('is the whole request, which only the first decision knows, and the last decision', () => {
    const { state } = given(decided(1, 5), decided(2, 3));
    expect(state).toEqual({ attempt: 2, request: decided(1, 5).data.request, decided: decided(2, 3).data });
  });

  it('is kept in a stream of its own', () => {
    expect(streamOf('web.1')).toBe('sourcing-web.1');
  });
});
