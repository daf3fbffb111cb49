import { SetTimelinePolicy } from './set-timeline-policy.ts';

const wrong = (...types: readonly string[]) =>
  SetTimelinePolicy.safeParse({
    rules: [{ ruleId: 'r', types, why: 'Nobody asks.' }],
  }).error?.issues.map(({ path, message }) => [path.join('/'), message]);

describe('A timeline policy', () => {
  it.each([
    'tributary.order.placed.v2',
    'tributary.order.placed.v9',
    'tributary.order.cancelled.v1',
    'tributary.order.rejected.*',
    'tributary.order.can*',
    'tributary.order.*',
    'tributary*',
    '*',
  ])('never leaves out that an order was placed, cancelled or rejected: %s', (type) => {
    expect(wrong('tributary.order.tracked.v1', type)).toContainEqual([
      'rules/0/types/1',
      'That an order was placed, cancelled or rejected is always told: name types without these.',
    ]);
  });

  it.each(['tributary.order.trackd.v1', 'tributary.inventory.sold.v1', 'tributary.order.x*'])(
    'names types that are on timelines: not %s',
    (type) => {
      expect(wrong(type)).toEqual([
        ['rules/0/types/0', 'No fact on timelines is called so: `tributary.order.tracked.v1` is one.'],
      ]);
    },
  );

  it.each(['tributary.order.tracked.v1', 'tributary.order.cancel-*', 'tributary.sourcing.*'])(
    'may leave out %s',
    (type) => {
      expect(wrong(type)).toBeUndefined();
    },
  );

  it('has an id for each rule', () => {
    const rule = { ruleId: 'r', types: ['tributary.order.tracked.v1'], why: 'Nobody asks.' };
    expect(SetTimelinePolicy.safeParse({ rules: [rule, rule] }).error?.issues[0]).toMatchObject({
      path: ['rules'],
      message: 'Each rule has an id of its own.',
    });
  });
});
