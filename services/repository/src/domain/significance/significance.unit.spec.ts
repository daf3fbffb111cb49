import { TimelinePolicy, type TimelineRule } from '@tributary/contracts';
import { effectOf } from './effect.ts';
import { type WeighedFact, leftOutBy } from './significance.ts';
import fc from 'fast-check';

const tracked = 'tributary.order.tracked.v1';
const captured = 'tributary.order.payment-captured.v1';

const fact = (type: string, data: unknown = {}, source = 'carrier'): WeighedFact => ({ type, source, data });
const rule = (of: Partial<TimelineRule> = {}, ruleId = 'r'): TimelineRule => ({
  ruleId,
  types: [tracked],
  why: 'Nobody asks.',
  ...of,
});
const by = (rules: readonly TimelineRule[], one: WeighedFact, before: readonly string[] = []) =>
  leftOutBy({ rules: [...rules] }, one, new Set(before));

describe('A fact on a timeline', () => {
  it('is told where no rule fits it', () => {
    expect(by([], fact(tracked))).toBeUndefined();
    expect(by([rule()], fact(captured))).toBeUndefined();
  });

  it('is left out by the first rule that fits it', () => {
    const rules = [rule({ types: [captured] }, 'money'), rule({}, 'parcels'), rule({}, 'more')];
    expect(by(rules, fact(tracked))).toBe('parcels');
  });

  it.each([
    ['by what its type begins with', { types: ['tributary.order.tr*'] }, true],
    ['by another beginning', { types: ['tributary.order.payment-*'] }, false],
    ['by who told it', { sources: ['erp', 'carrier'] }, true],
    ['by somebody else', { sources: ['erp'] }, false],
    ['by what it says', { where: { field: 'status', is: ['seen', 'in-transit'] } }, true],
    ['by what it says otherwise', { where: { field: 'status', is: ['lost'] } }, false],
    ['by text that is a number in the rule', { where: { field: 'tries', is: ['2'] } }, false],
    ['by a number', { where: { field: 'tries', is: [2] } }, true],
    ['by what no field of it is called', { where: { field: 'constructor', is: ['x'] } }, false],
  ])('is weighed %s', (_, of, isLeftOut) => {
    const told = fact(tracked, { status: 'in-transit', tries: 2 });
    expect(by([rule(of)], told)).toBe(isLeftOut ? 'r' : undefined);
  });

  it('is told as the first of its type where only repeated ones are left out', () => {
    expect(by([rule({ repeated: true })], fact(tracked), [captured])).toBeUndefined();
    expect(by([rule({ repeated: true })], fact(tracked), [tracked])).toBe('r');
  });
});

const anyFact = fc.record({
  type: fc.constantFrom(tracked, captured, 'tributary.order.placed.v2', 'tributary.sourcing.decided.v1'),
  source: fc.constantFrom('carrier', 'erp'),
  data: fc.record({ status: fc.constantFrom('seen', 'lost') }),
});
const anyRules = fc
  .array(
    fc.record(
      {
        types: fc.subarray([tracked, captured, 'tributary.sourcing.*'], { minLength: 1 }),
        sources: fc.subarray(['carrier', 'erp'], { minLength: 1 }),
        where: fc.constantFrom('seen', 'lost').map((status) => ({ field: 'status', is: [status] })),
        repeated: fc.constant(true as const),
      },
      { requiredKeys: ['types'] },
    ),
    { maxLength: 4 },
  )
  .map((rules) => rules.map((of, at) => rule(of, `r${at}`)));

describe('What a policy comes to', () => {
  it('is every fact, told or left out by one rule, and never an order that is not told of', () => {
    const property = fc.property(
      anyRules,
      fc.array(fc.array(anyFact, { maxLength: 12 }), { maxLength: 9 }),
      (rules, told) => {
        const orders = told.map((facts, at) => ({ orderId: `web.${at}`, facts }));
        const effect = effectOf(TimelinePolicy.parse({ rules }), orders);
        const leftOut = effect.rules.reduce((sum, { facts }) => sum + facts, 0);
        expect(effect.told + leftOut).toBe(told.flat().length);
        expect(effect.facts).toBe(told.flat().length);
        for (const { facts, types } of effect.rules)
          expect(types.reduce((sum, one) => sum + one.facts, 0)).toBe(facts);
        expect(effect.rules.flatMap(({ types }) => types.map(({ type }) => type))).not.toContain(
          'tributary.order.placed.v2',
        );
        expect(effect.most.length).toBeLessThanOrEqual(5);
        expect(effect.most.map((one) => one.leftOut)).toEqual(
          effect.most.map((one) => one.leftOut).toSorted((a, b) => b - a),
        );
        if (effect.most.length < 5)
          expect(effect.most.reduce((sum, one) => sum + one.leftOut, 0)).toBe(leftOut);
      },
    );
    fc.assert(property);
  });

  it('says of each rule how much it leaves out, and of which orders most goes', () => {
    const rules = [rule({ repeated: true }, 'scans'), rule({ types: ['tributary.order.p*-x*'] }, 'none')];
    const scans = (count: number) => Array.from({ length: count }, () => fact(tracked));
    const orders = [
      { orderId: 'web.1', facts: [fact(captured), ...scans(2)] },
      { orderId: 'web.2', facts: scans(4) },
      { orderId: 'web.3', facts: [fact(captured)] },
    ];
    expect(effectOf({ rules }, orders)).toEqual({
      orders: 3,
      facts: 8,
      told: 4,
      rules: [
        { ruleId: 'scans', facts: 4, share: 50, types: [{ type: tracked, facts: 4 }] },
        { ruleId: 'none', facts: 0, share: 0, types: [] },
      ],
      most: [
        { orderId: 'web.2', facts: 4, leftOut: 3 },
        { orderId: 'web.1', facts: 3, leftOut: 1 },
      ],
    });
  });

  it('is nothing of nothing', () => {
    expect(effectOf({ rules: [rule()] }, [])).toEqual({
      orders: 0,
      facts: 0,
      told: 0,
      rules: [{ ruleId: 'r', facts: 0, share: 0, types: [] }],
      most: [],
    });
  });
});
