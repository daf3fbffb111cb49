import { ChangeOrder } from '@tributary/contracts';
import { givenFor, orderFact, orderId, placedWith } from '@tributary/testing';
import type { z } from 'zod';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { change, closeProposal } from './change.ts';
import { limitsOf } from './limits.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
type Asked = z.input<typeof ChangeOrder>['changes'][number];

const limits = { price: 30, discount: 20 };
const asked = (...changes: Asked[]): ChangeOrder => ChangeOrder.parse({ changes });
const changing =
  (...changes: Asked[]) =>
  (order: Order) =>
    change(asked(...changes), order as Captured, { limits });
const priceOf = (unitPrice: string): Asked => ({
  kind: 'set-price',
  lineId: '1',
  unitPrice,
  reason: 'agreed',
});
const off = (amount: number): Asked => ({
  kind: 'add-charge',
  charge: { code: 'goodwill', amount: -amount },
});
const closing = (proposalId: string, outcome: 'approved' | 'refused', reason?: string) => (order: Order) =>
  closeProposal(proposalId, { outcome, ...(reason && { reason }) }, order as Captured);
const placed = placedWith({ 1: 10 });
/** What follows of each, on what the ones before it left. */
const typesOf = (...rules: ((order: Order) => ReturnType<typeof change>)[]) => {
  let { state } = given(placed);
  return rules.map((rule) => {
    const decision = rule(state);
    if (!decision.accepted) return decision.refusal.code;
    state = decision.events.reduce(evolve, state);
    return decision.events.map(({ type }) => type.split('.')[2]).join(' ');
  });
};

describe('A change above the limits of who asks', () => {
  it('is proposed and changes nothing, and is made by somebody who may', () => {
    given(placed)
      .when(changing(priceOf('0.69')))
      .then(
        orderFact('tributary.order.change-proposed.v1', {
          orderId,
          proposalId: 'CP-1',
          asked: asked(priceOf('0.69')),
          because: ['Line 1 would be 31 % below its price; 30 % is the limit.'],
          difference: -310,
        }),
      );
    expect(typesOf(changing(priceOf('0.69')), closing('CP-1', 'approved'))).toEqual([
      'change-proposed',
      'changed proposal-closed',
    ]);
  });

  it('is refused with a reason, and then waits no more', () => {
    const proposal = changing(priceOf('0.10'))(given(placed).state);
    given(placed, ...(proposal.accepted ? proposal.events : []))
      .when(closing('CP-1', 'refused', 'Too cheap.'))
      .then(
        orderFact('tributary.order.proposal-closed.v1', {
          orderId,
          proposalId: 'CP-1',
          outcome: 'refused',
          reason: 'Too cheap.',
        }),
      )
      .when(closing('CP-1', 'approved'))
      .thenRefused({ code: 'no-proposal', reason: 'No proposal CP-1 of this order waits.' });
  });

  it('is measured by the price that the line came with, and by all that was given since: small steps are one large one', () => {
    expect(typesOf(changing(priceOf('0.70')), changing(priceOf('0.69')), changing(priceOf('0.80')))).toEqual([
      'changed',
      'change-proposed',
      'changed',
    ]);
    expect(typesOf(changing(off(100)), changing(off(100)), changing(off(1)), changing(off(1)))).toEqual([
      'changed',
      'changed',
      'change-proposed',
      'change-proposed',
    ]);
  });

  it('is not proposed without end: so many wait, and then others have their turn', () => {
    const cheap = Array.from({ length: 21 }, () => changing(priceOf('0.10')));
    expect(typesOf(...cheap).slice(19)).toEqual(['change-proposed', 'too-many-proposals']);
    expect(typesOf(...cheap, closing('CP-1', 'refused'), changing(priceOf('0.10'))).slice(21)).toEqual([
      'proposal-closed',
      'change-proposed',
    ]);
  });

  it('is made by nobody whose own limits are below it', () => {
    const proposal = changing(priceOf('0.10'))(given(placed).state);
    const after = (proposal.accepted ? proposal.events : []).reduce(evolve, given(placed).state);
    const made = (own: Parameters<typeof closeProposal>[1]['limits']) =>
      closeProposal('CP-1', { outcome: 'approved', limits: own }, after as Captured);
    expect(made({ price: 60, discount: 50 })).toMatchObject({ refusal: { code: 'above-limits' } });
    expect(made({ price: 90, discount: 50 })).toMatchObject({ accepted: true });
  });

  it('is made on the order as it is by then, or not at all', () => {
    const cancelled = orderFact('tributary.order.cancelled.v1', {
      orderId,
      lines: placed.data.lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
      release: [],
    });
    const proposal = changing(priceOf('0.10'))(given(placed).state);
    const after = (proposal.accepted ? [...proposal.events, cancelled] : []).reduce(
      evolve,
      given(placed).state,
    );
    expect(closing('CP-1', 'approved')(after)).toMatchObject({ refusal: { code: 'cannot-change' } });
  });
});

describe('A change within the limits', () => {
  it('is made, whatever it costs more, and by a role that has none', () => {
    expect(typesOf(changing(priceOf('0.70'), off(140)))).toEqual(['changed']);
    expect(typesOf(changing(priceOf('9.00')))).toEqual(['changed']);
    const free = change(asked(priceOf('0.00')), given(placed).state as Captured, {});
    expect(free).toMatchObject({ events: [{ type: 'tributary.order.changed.v1' }] });
    expect(limitsOf({ csr: limits }, 'supervisor')).toBeUndefined();
    expect(limitsOf({ csr: limits }, 'csr')).toEqual(limits);
  });
});
