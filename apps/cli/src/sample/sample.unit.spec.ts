import { CloudEventAttributes, inboundTypes, isInboundType } from '@tributary/contracts';
import fc from 'fast-check';
import { sampleFeed } from './feed.ts';
import type { Message } from './message.ts';
import { type SampleOrder, sampleOrder } from './orders.ts';
import { shopper, shopperCount } from './people.ts';
import { storyOf } from './story.ts';
import { brokenMessages } from './trouble.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

const faultOf = (candidate: unknown): string | undefined => {
  const attributes = CloudEventAttributes.safeParse(candidate);
  if (!attributes.success) return attributes.error.message;
  const { type } = attributes.data;
  if (!isInboundType(type)) return `${type} is no inbound type`;
  return inboundTypes[type].data.safeParse((candidate as Message).data).error?.message;
};

/** As sourcing would: everything shipped from one warehouse, pickups where they were asked for. */
const sourced = ({ lines }: SampleOrder) => {
  const byPlace = Map.groupBy(lines, ({ method, pickupAt }) =>
    method === 'pickup' ? pickupAt! : 'WH-VENLO',
  );
  return [...byPlace].map(([location, own]) => ({
    fulfilmentId: `S1-${location}`,
    location,
    method: own[0]!.method,
    lines: own,
  }));
};

const wholeStory = (seed: number, order: SampleOrder): Message[] =>
  storyOf(order, order.soldAt ? [] : sourced(order), {
    seed,
    minute: 60_000,
    until: Number.MAX_SAFE_INTEGER,
  });

describe('The sample feed', () => {
  it('is the same for the same seed and another for another', () => {
    expect(sampleFeed(1, 60, now)).toEqual(sampleFeed(1, 60, now));
    expect(sampleFeed(1, 60, now).turns).not.toEqual(sampleFeed(2, 60, now).turns);
  });

  it('makes an order that does not depend on how many are asked for', () => {
    const [few, many] = [sampleFeed(1, 10, now), sampleFeed(1, 300, now)];
    const data = ({ turns }: typeof few) =>
      turns[0]!.orders.slice(0, 10).map(({ orderId, lines }) => ({ orderId, lines }));
    expect(data(few)).toEqual(data(many));
  });

  it('holds only messages the contracts accept, but for those broken on purpose', () => {
    const { reference, openingStock, turns } = sampleFeed(1, 400, now);
    const messages = [...reference, ...openingStock, ...turns.flatMap((turn) => turn.messages)];
    const faults = messages.filter((one) => faultOf(one) !== undefined);
    expect(new Set(faults)).toEqual(new Set(brokenMessages('')));
  });

  it('has a broken message for quarantine that fails in each of its ways', () => {
    expect(brokenMessages('').map(faultOf)).not.toContain(undefined);
  });

  it('tells every order to its end in messages the contracts accept, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(5_000), (seed, index) => {
        const order = sampleOrder({ seed, label: 'x-' }, index, now);
        const told = [...order.messages, ...wholeStory(seed, order)];
        expect(told.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
      }),
    );
  });

  it('names every message of its own, so that nothing is taken for a repeat', () => {
    const { reference, openingStock, turns } = sampleFeed(1, 400, now);
    const orders = turns.flatMap((turn) => turn.orders);
    const messages = [
      ...reference,
      ...openingStock,
      ...orders.flatMap((order) => [...order.messages, ...new Set(wholeStory(1, order))]),
    ];
    expect(new Set(messages.map(({ source, id }) => `${source} ${id}`)).size).toBe(messages.length);
  });

  it('spreads over the last two hours and says nothing about the future', () => {
    const times = sampleFeed(1, 400, now).turns.flatMap(({ orders }) => orders.map(({ at }) => at));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now - 7_200_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
    const story = storyOf(sampleOrder({ seed: 1, label: '' }, 0, now - 600_000), [], {
      seed: 1,
      minute: 60_000,
      until: now,
    });
    expect(story.every(({ time }) => Date.parse(time) <= now)).toBe(true);
  });

  it('sells on every channel, ships, hands over, cancels, gives up payments, shorts, takes back and refunds', () => {
    const orders = sampleFeed(1, 600, now).turns.flatMap((turn) => turn.orders);
    expect(new Set(orders.map(({ channel }) => channel))).toEqual(
      new Set(['web', 'app', 'marketplace-eu', 'phone', 'pos']),
    );
    const types = new Set(
      orders
        .flatMap((order) => wholeStory(1, order))
        .map(({ type }) => type.split('.').slice(1, 3).join('.')),
    );
    for (const type of [
      'fulfilment.shorted',
      'shipment.delivered',
      'pickup.handed-over',
      'order.cancel-requested',
      'return.received',
      'refund.issued',
      'payment.captured',
      'payment.voided',
    ]) {
      expect(types).toContain(type);
    }
  });

  it('knows nobody real', () => {
    const emails = Array.from({ length: shopperCount }, (_, index) => shopper(1, index).email);
    expect(emails.filter((email) => !/^[a-z]+\.[a-z]+\d+@example\.com$/.test(email))).toEqual([]);
    expect(new Set(emails).size).toBe(shopperCount);
  });

  it('never gives back more than was paid', () => {
    const orders = sampleFeed(1, 1_000, now).turns.flatMap((turn) => turn.orders);
    for (const order of orders) {
      const back = [...new Set(wholeStory(1, order))].reduce((sum, { type, data }) => {
        if (type === 'tributary.refund.issued.v1') return sum + (data as { amount: number }).amount;
        if (type !== 'tributary.return.received.v1') return sum;
        return (
          sum + (data as { lines: { refund: number }[] }).lines.reduce((all, { refund }) => all + refund, 0)
        );
      }, 0);
      expect(back).toBeLessThanOrEqual(order.total);
    }
  });
});
