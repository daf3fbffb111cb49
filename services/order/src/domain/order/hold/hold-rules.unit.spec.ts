import { HoldRules, type OrderPlaced } from '@tributary/contracts';
import { orderId, placedWith, toldOfOrder } from '@tributary/testing';
import type { z } from 'zod';
import { type Order, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { heldByRules } from './hold-rules.ts';

type Rule = z.input<typeof HoldRules>['rules'][number];
const rulesOf = (...rules: Rule[]): HoldRules => HoldRules.parse({ rules });
const rule = (when: Rule['when'], more: Partial<Rule> = {}): Rule => ({
  name: 'A rule',
  when,
  reason: 'fraud',
  ...more,
});
const placed = (more: object = {}): OrderPlaced => ({ ...placedWith({ 1: 3 }).data, ...more });
const holds = (when: Rule['when'], order = placed()) => heldByRules(order, rulesOf(rule(when))).length > 0;

describe('A rule holds an order', () => {
  it.each<[what: string, when: Rule['when'], is: object, isNot: object]>([
    ['of a channel', { channels: ['web', 'app'] }, {}, { channel: 'pos' }],
    ['of a total, in its currency', { totalFrom: { amount: 300, currency: 'EUR' } }, {}, { currency: 'GBP' }],
    ['that is large', { totalFrom: { amount: 300, currency: 'EUR' } }, {}, { total: 299 }],
    ['of many units', { unitsFrom: 3 }, {}, { lines: placedWith({ 1: 2 }).data.lines }],
    ['with certain goods', { skus: ['SKU-1'] }, {}, { lines: placedWith({ 2: 3 }).data.lines }],
    [
      'that is not paid',
      { isUnpaid: true },
      { payments: [{ amount: 299 }] },
      { payments: [{ amount: 100 }, { amount: 200 }] },
    ],
    [
      'that goes nowhere',
      { isUnaddressed: true },
      { shipTo: { country: 'GB' } },
      { shipTo: { country: 'GB', city: 'Leeds' } },
    ],
    ['of a guest', { isGuest: true }, { customer: { name: 'Ada' } }, { customer: { id: 'C1' } }],
    [
      'that is all of what it names',
      { channels: ['web'], isGuest: true },
      {},
      { channel: 'web', customer: { id: 'C1' } },
    ],
  ])('%s', (_, when, is, isNot) => {
    expect([holds(when, placed(is)), holds(when, placed(isNot))]).toEqual([true, false]);
  });

  it('that is collected, wherever it might be sent', () => {
    const lines = placedWith({ 1: 1 }).data.lines.map((line) => ({ ...line, method: 'pickup' as const }));
    expect(holds({ isUnaddressed: true }, placed({ lines }))).toBe(false);
  });

  it('once for each reason: the first rule counts', () => {
    const rules = rulesOf(
      rule({ unitsFrom: 1 }, { name: 'First', note: 'Look.' }),
      rule({ unitsFrom: 1 }, { name: 'Second' }),
      rule({ isUnpaid: true }, { name: 'Unpaid', reason: 'payment', until: 'paid' }),
    );
    expect(heldByRules(placed(), rules)).toEqual([
      { reason: 'fraud', note: 'Look.', rule: 'First' },
      { reason: 'payment', until: 'paid', rule: 'Unpaid' },
    ]);
  });

  it('is refused that names nothing: it would hold every order', () => {
    expect(HoldRules.safeParse({ rules: [rule({})] }).success).toBe(false);
  });
});

describe('An order that is placed under rules', () => {
  const captured = (more: object = {}, imported = false) =>
    toldOfOrder(
      'tributary.order.captured.v1',
      {
        channel: 'web',
        number: '100',
        currency: 'EUR',
        lines: [{ lineId: '1', sku: 'SKU-1', quantity: 1, unitPrice: '1.00' }],
        ...more,
      },
      { imported },
    );
  const rules = rulesOf(rule({ unitsFrom: 1 }, { name: 'All' }));
  const holdsOf = (...args: Parameters<typeof captured>) => {
    const [event] = receiveFact(captured(...args), notCaptured, rules);
    return event?.type === 'tributary.order.placed.v2' ? event.data.holds : undefined;
  };

  it('is held from its placing on, and its channel says more of the same hold', () => {
    expect(holdsOf()).toMatchObject([{ reason: 'fraud', rule: 'All' }]);
    expect(holdsOf({ holds: [{ reason: 'fraud', note: 'From the shop.' }] })).toMatchObject([
      { reason: 'fraud', note: 'From the shop.' },
    ]);
  });

  it('is not held where it is not sourced here: imported history, or what another system sources', () => {
    expect(holdsOf({}, true)).toBeUndefined();
    expect(holdsOf({ sourcing: 'elsewhere' })).toBeUndefined();
  });

  it('is free where a system released it before it was known', () => {
    const release = toldOfOrder('tributary.order.release-requested.v1', { orderId, reason: 'fraud' });
    const before = receiveFact(release, notCaptured, rules).reduce<Order>(evolve, notCaptured);
    const [event] = receiveFact(captured(), before, rules);
    expect(event).toMatchObject({ type: 'tributary.order.placed.v2' });
    expect(event!.data).not.toHaveProperty('holds');
  });
});
