import type { FactInput, OrderFact } from '@tributary/contracts';
import { allocatedTo, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import type { KeptFact } from '../order-timeline/order-timeline.ts';
import { factsAt, pageAfter } from './past-page.ts';

const clock = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 12, minute)).toISOString();

/** Happened, and told, so many minutes after noon. */
const fact = ({ type, data }: OrderFact, version: number, happened: number, told = happened): KeptFact => ({
  id: `event ${version}`,
  type,
  data,
  time: clock(happened),
  recordedTime: clock(told),
  version,
  metadata: { source: 'tributary/order' },
});
const about = <T extends OrderFact['type']>(type: T, data: Omit<FactInput<'order', T>, 'orderId'>) =>
  orderFact(type, { orderId, ...data } as never) as OrderFact;

const leeds = { fulfilmentId: 'S1-leeds', location: 'leeds' };
const shipped = (units: number) =>
  about('tributary.order.shipped.v1', { ...leeds, shipmentId: 'X1', lines: quantitiesOf({ 1: units }) });
const cancelled = (line: string) =>
  about('tributary.order.cancelled.v1', { lines: quantitiesOf({ [line]: 1 }), release: [] });

/** Placed at noon; line 1 left at 12:10 and that is told at 12:30; line 2 is cancelled at 12:20, a minute later told. */
const facts = [
  fact(placedWith({ 1: 1, 2: 1 }), 1, 0),
  fact(allocatedTo({ 'S1-leeds': { 1: 1 } }), 2, 1),
  fact(cancelled('2'), 3, 20, 21),
  fact(shipped(1), 4, 10, 30),
];
const at = (moment: Parameters<typeof factsAt>[1]) => {
  const held = factsAt(facts, moment);
  const page = pageAfter(held);
  return page && { status: page.status, rev: page.rev, versions: held.map(({ version }) => version) };
};

describe('An order as it was', () => {
  it.each([
    ['before it was placed', { asOf: clock(-1) }, undefined],
    ['before that was known', { knownAt: clock(-1) }, undefined],
    ['as it had been placed', { asOf: clock(0) }, [1]],
    ['with what had happened, though it was told later', { asOf: clock(15) }, [1, 2, 4]],
    [
      'without what was not known yet, though it had happened',
      { asOf: clock(15), knownAt: clock(15) },
      [1, 2],
    ],
    ['as it was known', { knownAt: clock(25) }, [1, 2, 3]],
    ['as it is now', {}, [1, 2, 3, 4]],
  ])('is told %s', (_, moment, versions) => {
    expect(at(moment)?.versions).toEqual(versions);
  });

  it('is folded like the order that is there now', () => {
    expect(at({ asOf: clock(15) })).toMatchObject({ status: 'partly-fulfilled', rev: 4 });
    expect(at({ knownAt: clock(25) })).toMatchObject({ status: 'allocated' });
  });

  it('holds, with what was told late, what that was told on top of: what it says follows from it', () => {
    const told = [...facts.slice(0, 2), fact(cancelled('1'), 3, 20), fact(shipped(1), 4, 10, 30)];
    expect(factsAt(told, { asOf: clock(15) }).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });
});
