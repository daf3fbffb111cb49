import type { OrderId, SourcingDecided } from '@tributary/contracts';
import { givenFor } from '@tributary/testing';
import { type Sourcing, type SourcingEvent, evolve, notSourced, streamOf } from './sourcing.ts';

const given = givenFor<Sourcing, SourcingEvent>({ initialState: notSourced, evolve });

const decided = (
  attempt: number,
  units: number,
  more: Partial<SourcingDecided> = {},
): Extract<SourcingEvent, { type: 'tributary.sourcing.decided.v1' }> => ({
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
    outcome: 'planned',
    fulfilments: [
      {
        fulfilmentId: `S${attempt}-leeds`,
        location: 'leeds',
        method: 'ship',
        lines: [{ lineId: '1', sku: 'LAMP', quantity: units }],
      },
    ] as unknown as SourcingDecided['fulfilments'],
    unsourced: [],
    cost: { currency: 'EUR', total: 0, packages: 0, units: 0, distance: 0 },
    candidates: [],
    excluded: [],
    ...more,
  },
});

describe('What sourcing remembers of an order', () => {
  it('is the whole request, which only the first decision knows, and which decisions were refused and which not', () => {
    const { state } = given(decided(1, 5), decided(2, 3, { answers: 'web.1/1' }));
    expect(state).toEqual({
      attempt: 2,
      request: decided(1, 5).data.request,
      placedAt: '',
      paused: false,
      excluded: [],
      open: new Map([
        ['web.1/2', { cause: 'refused', lines: [{ lineId: '1', sku: 'LAMP', quantity: 3 }], tries: 2 }],
      ]),
      refused: new Map([
        ['web.1/1', { cause: 'placed', lines: [{ lineId: '1', sku: 'LAMP', quantity: 5 }], tries: 1 }],
      ]),
    });
  });

  it('holds that a refusal was answered by the next decision where that does not say what it answers', () => {
    expect([...given(decided(1, 5), decided(2, 3)).state.open.keys()]).toEqual(['web.1/2']);
  });

  it('does not hold open what asked inventory for nothing', () => {
    const { state } = given(decided(1, 5, { fulfilments: [] }));
    expect(state.open).toEqual(new Map());
  });

  it('is since when it was placed: as its first decision says, or else when that was taken', () => {
    const time = '2026-03-02T12:00:00.000Z';
    const at = (placedAt: string) => ({ ...decided(1, 5).data.request, placedAt });
    expect(given({ ...decided(1, 5), time }, { ...decided(2, 3), time: 'later' }).state.placedAt).toBe(time);
    const said = decided(1, 5, { request: at('2026-03-01T12:00:00.000Z') });
    expect(given({ ...said, time }).state.placedAt).toBe('2026-03-01T12:00:00.000Z');
  });

  it('is kept in a stream of its own', () => {
    expect(streamOf('web.1')).toBe('sourcing-web.1');
  });
});
