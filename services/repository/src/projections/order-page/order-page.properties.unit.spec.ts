import {
  type FactInput,
  type LineQuantities,
  type OrderFact,
  allocate,
  orderStatusOf,
} from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import {
  allocatedTo,
  locationOf,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  quantityFaults,
} from '@tributary/testing';
import fc from 'fast-check';
import { type KeptFact, orderTimeline } from '../order-timeline/order-timeline.ts';
import { orderPage } from './evolve-order-page.ts';
import type { OrderPage } from './order-page.ts';
import { factsAt, pageAfter } from './past-page.ts';

/**
 * What may happen next to an order, in words, and how often; whatever is not possible then is passed
 * over. What ends an order is rare, so that most stories go on to deliveries and returns.
 */
const kinds = {
  allocate: 6,
  'allocate-pickup': 4,
  lose: 1,
  short: 1,
  backorder: 2,
  cancel: 1,
  reject: 1,
  step: 2,
  ship: 8,
  'ship-cancelled': 3,
  track: 2,
  deliver: 6,
  'hand-over': 6,
  pay: 6,
  fail: 2,
  refund: 4,
  return: 8,
  park: 1,
  nothing: 1,
} as const;

interface Move {
  readonly kind: keyof typeof kinds;
  /** Chooses the line, fulfilment, parcel or payment. */
  readonly which: number;
  readonly units: number;
  readonly hour: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Held {
  readonly id: string;
  readonly line: string;
  units: number;
}

const facts = <T extends OrderFact['type']>(type: T, data: Omit<FactInput<'order', T>, 'orderId'>) =>
  orderFact(type, { orderId, ...data } as never) as OrderFact;
const at = (fulfilmentId: string) => ({ fulfilmentId, location: locationOf(fulfilmentId) });
const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];

/** An order as its facts should leave it, kept beside the projection in the simplest way there is. */
class Ledger {
  readonly lines: Record<string, Mutable<LineQuantities>> = {};
  readonly held: Held[] = [];
  readonly parcels: { id: string; line: string; units: number; arrived: boolean }[] = [];
  readonly paid: Record<string, number> = {};
  refunded = 0;
  refundedForReturns = 0;
  rejected = false;
  private names = 0;

  constructor(readonly ordered: Readonly<Record<string, number>>) {
    for (const [line, units] of Object.entries(ordered))
      this.lines[line] = {
        ordered: units,
        cancelled: 0,
        allocated: 0,
        backordered: 0,
        fulfilled: 0,
        delivered: 0,
        returned: 0,
      };
  }

  get captured(): number {
    return Object.values(this.paid).reduce((sum, amount) => sum + amount, 0);
  }

  /** At 1.00 a unit. */
  get owed(): number {
    const wanted = Object.values(this.lines).reduce(
      (sum, q) => sum + q.ordered - q.cancelled - (q.leftThoughCancelled ?? 0),
      0,
    );
    // What was given back for goods that are back is neither due nor paid any more.
    const back = Math.min(this.refundedForReturns, wanted * 100);
    const unpaid = wanted * 100 - back - (this.captured - back);
    return unpaid > 0 ? unpaid : Math.min(0, unpaid + this.refunded - back);
  }

  happens({ kind, which, units, hour }: Move): OrderFact | undefined {
    const [line, quantities] = pick(Object.entries(this.lines), which)!;
    const fulfilment = pick(this.heldBy(''), which);
    const toShip = pick(this.heldBy('S'), which);
    const toCollect = pick(this.heldBy('P'), which);
    const open = quantities.ordered - quantities.cancelled - quantities.fulfilled - quantities.allocated;
    switch (kind) {
      case 'allocate':
        return this.allocate(`S${++this.names}-leeds`, line, Math.min(units, open));
      case 'allocate-pickup':
        return this.allocate(`P${++this.names}-york`, line, Math.min(units, open));
      case 'lose':
      case 'short':
        return fulfilment && this.giveUp(kind, fulfilment, Math.min(units, fulfilment.units));
      case 'backorder':
        return this.wait(line, Math.min(units, open - quantities.backordered));
      case 'cancel':
        return this.cancel(line, units, open);
      case 'reject':
        return this.reject();
      case 'step':
        return fulfilment && facts('tributary.order.fulfilment-accepted.v1', at(fulfilment.id));
      case 'ship':
        return toShip && this.ship(toShip, Math.min(units, toShip.units));
      case 'ship-cancelled':
        return this.shipCancelled(which, units);
      case 'track':
        return facts('tributary.order.tracked.v1', {
          shipmentId: `parcel-${which % 5}`,
          status: `seen ${hour}`,
        });
      case 'deliver':
        return this.deliver(which);
      case 'hand-over':
        return toCollect && this.handOver(toCollect, Math.min(units, toCollect.units));
      case 'pay':
        return this.pay(`pay-${which % 3}`, units * 100);
      case 'fail':
        return facts('tributary.order.payment-failed.v1', { paymentId: `pay-${which % 3}` });
      case 'refund':
        return this.refund(Math.min(units * 30, this.captured - this.refunded));
      case 'return':
        return this.takeBack(line, Math.min(units, quantities.fulfilled - quantities.returned));
      case 'park':
        return facts('tributary.order.fact-parked.v1', {
          messageId: `m${which}`,
          messageType: 'tributary.refund.issued.v1',
          occurredAt: timeOf(hour),
          waitsFor: 'payment',
          data: {},
        });
      case 'nothing':
        return facts('tributary.order.fact-resumed.v1', { messageId: `m${which}`, messageType: 'any' });
      default:
        return kind satisfies never;
    }
  }

  private heldBy(kind: string): Held[] {
    return this.held.filter(({ id, units }) => units > 0 && id.startsWith(kind));
  }

  private allocate(id: string, line: string, units: number): OrderFact | undefined {
    if (units <= 0) return undefined;
    this.held.push({ id, line, units });
    const of = this.lines[line]!;
    of.allocated += units;
    this.waitLess(of);
    return allocatedTo({ [id]: { [line]: units } });
  }

  private giveUp(kind: 'lose' | 'short', held: Held, units: number): OrderFact {
    held.units -= units;
    this.lines[held.line]!.allocated -= units;
    const lines = quantitiesOf({ [held.line]: units });
    return kind === 'lose'
      ? facts('tributary.order.allocation-lost.v1', { ...at(held.id), lines, reason: 'sold' })
      : facts('tributary.order.fulfilment-shorted.v1', {
          ...at(held.id),
          method: 'ship',
          lines: lines.map((one) => ({ ...one, reason: 'damaged' })),
        });
  }

  private wait(line: string, units: number): OrderFact | undefined {
    if (units <= 0) return undefined;
    this.lines[line]!.backordered += units;
    const lines = quantitiesOf({ [line]: units });
    return facts('tributary.order.backordered.v1', { decisionId: 'd', lines, reason: 'none' });
  }

  private cancel(line: string, asked: number, unallocated: number): OrderFact | undefined {
    const of = this.lines[line]!;
    const units = Math.min(asked, unallocated + of.allocated);
    if (units === 0) return undefined;
    const release = [];
    for (let left = units - unallocated; left > 0;) {
      const held = this.held.find((one) => one.line === line && one.units > 0)!;
      const taken = Math.min(left, held.units);
      held.units -= taken;
      of.allocated -= taken;
      left -= taken;
      release.push({ ...quantitiesOf({ [line]: taken })[0]!, ...at(held.id) });
    }
    of.cancelled += units;
    this.waitLess(of);
    return facts('tributary.order.cancelled.v1', { lines: quantitiesOf({ [line]: units }), release });
  }

  private reject(): OrderFact | undefined {
    const open = Object.entries(this.lines).map(([line, q]) => [line, q.ordered - q.cancelled] as const);
    const touched = Object.values(this.lines).some((q) => q.allocated + q.fulfilled > 0);
    if (touched || open.every(([, units]) => units === 0)) return undefined;
    for (const of of Object.values(this.lines)) Object.assign(of, { cancelled: of.ordered, backordered: 0 });
    this.rejected = true;
    const lines = quantitiesOf(Object.fromEntries(open.filter(([, units]) => units > 0)));
    return facts('tributary.order.rejected.v1', { decisionId: 'd', reason: 'out', lines, release: [] });
  }

  private ship(held: Held, units: number): OrderFact {
    const id = `parcel-${this.parcels.length}`;
    this.parcels.push({ id, line: held.line, units, arrived: false });
    this.leave(held, units);
    const lines = quantitiesOf({ [held.line]: units });
    return facts('tributary.order.shipped.v1', { ...at(held.id), shipmentId: id, lines });
  }

  /** Of a fulfilment that had held the line, or held no more of it: they left all the same. */
  private shipCancelled(which: number, asked: number): OrderFact | undefined {
    const from = pick(
      this.held.filter(({ id, line }) => id.startsWith('S') && this.lines[line]!.cancelled > 0),
      which,
    );
    if (!from) return undefined;
    const of = this.lines[from.line]!;
    const units = Math.min(asked, of.cancelled);
    const id = `parcel-${this.parcels.length}`;
    this.parcels.push({ id, line: from.line, units, arrived: false });
    of.cancelled -= units;
    of.fulfilled += units;
    of.leftThoughCancelled = (of.leftThoughCancelled ?? 0) + units;
    const [left] = quantitiesOf({ [from.line]: units });
    return facts('tributary.order.shipped.v1', {
      ...at(from.id),
      shipmentId: id,
      lines: [],
      beyond: [{ ...left!, because: 'cancelled', countsAs: 'cancelled' }],
    });
  }

  private deliver(which: number): OrderFact | undefined {
    const parcel = pick(
      this.parcels.filter(({ arrived }) => !arrived),
      which,
    );
    if (!parcel) return undefined;
    parcel.arrived = true;
    this.lines[parcel.line]!.delivered += parcel.units;
    const lines = quantitiesOf({ [parcel.line]: parcel.units });
    return facts('tributary.order.delivered.v1', { shipmentId: parcel.id, lines });
  }

  private handOver(held: Held, units: number): OrderFact {
    this.leave(held, units);
    this.lines[held.line]!.delivered += units;
    return facts('tributary.order.handed-over.v1', {
      ...at(held.id),
      lines: quantitiesOf({ [held.line]: units }),
    });
  }

  private leave(held: Held, units: number): void {
    held.units -= units;
    this.lines[held.line]!.allocated -= units;
    this.lines[held.line]!.fulfilled += units;
  }

  private pay(paymentId: string, amount: number): OrderFact | undefined {
    if (this.paid[paymentId] !== undefined) return undefined;
    this.paid[paymentId] = amount;
    return facts('tributary.order.payment-captured.v1', { paymentId, amount });
  }

  private refund(amount: number): OrderFact | undefined {
    if (amount <= 0) return undefined;
    this.refunded += amount;
    return facts('tributary.order.refunded.v1', { refundId: `F${++this.names}`, amount });
  }

  private takeBack(line: string, units: number): OrderFact | undefined {
    if (units <= 0) return undefined;
    const of = this.lines[line]!;
    const dueBack = () => Math.max(0, of.returned - (of.leftThoughCancelled ?? 0));
    const before = dueBack();
    of.returned += units;
    const due = dueBack() - before;
    const refund = Math.min(units * 90, this.captured - this.refunded);
    this.refunded += refund;
    this.refundedForReturns += allocate(refund, [due, units - due])[0]!;
    return facts('tributary.order.returned.v1', {
      returnId: `R${++this.names}`,
      lines: quantitiesOf({ [line]: units }).map((one) => ({ ...one, disposition: 'restock' })),
      refund,
    });
  }

  /** Only what is open and held nowhere can be waiting for stock. */
  private waitLess(of: Mutable<LineQuantities>): void {
    of.backordered = Math.min(of.backordered, of.ordered - of.cancelled - of.fulfilled - of.allocated);
  }
}

const timeOf = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

/** The so-manieth minute of a day after all that happened. */
const minute = (index: number): string => new Date(Date.UTC(2026, 2, 3, 0, index)).toISOString();

const recorded = ({ type, data }: OrderFact, hour: number, index: number): RecordedEvent => ({
  id: `event ${index}`,
  type,
  time: timeOf(hour),
  data,
  metadata: { source: 'tributary/order' },
  position: index,
  stream: `order-${orderId}`,
  version: index,
  recordedTime: timeOf(23),
});

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as keyof typeof kinds),
    })),
  ),
  which: fc.nat({ max: 20 }),
  units: fc.integer({ min: 1, max: 6 }),
  hour: fc.integer({ min: 0, max: 22 }),
});
const story = fc.tuple(
  fc.record({ 1: fc.integer({ min: 1, max: 6 }), 2: fc.integer({ min: 1, max: 6 }) }),
  fc.array(move, { maxLength: 40, size: 'max' }),
);

/** Tells the story, and looks at the page after every fact. */
const tell = (
  ordered: Readonly<Record<string, number>>,
  moves: readonly Move[],
  look: (page: OrderPage, ledger: Ledger, before: OrderPage | undefined) => void,
): RecordedEvent[] => {
  const ledger = new Ledger(ordered);
  const events = [recorded(placedWith(ordered), 12, 1)];
  let page = orderPage.evolve(undefined, events[0]!)!;
  look(page, ledger, undefined);
  for (const next of moves) {
    const fact = ledger.happens(next);
    if (!fact) continue;
    const event = recorded(fact, next.hour, events.length + 1);
    events.push(event);
    const before = page;
    page = orderPage.evolve(before, event)!;
    look(page, ledger, before);
  }
  return events;
};

describe('The page of an order, whatever happens to it', () => {
  it('is looked at in stories in which every kind of fact happens, and often', () => {
    const counted: Record<string, number> = {};
    for (const [ordered, moves] of fc.sample(story, { numRuns: 600, seed: 7 }))
      for (const { type } of tell(ordered, moves, () => {})) counted[type] = (counted[type] ?? 0) + 1;
    expect(Object.keys(counted).length).toBe(18);
    expect(Math.min(...Object.values(counted))).toBeGreaterThan(30);
  });

  it('quantities-balance: has every unit where the facts put it, and the status that follows', () => {
    fc.assert(
      fc.property(story, ([ordered, moves]) => {
        tell(ordered, moves, ({ lines, status, rejected = false }, ledger) => {
          const quantities = lines.map((line) => line.quantities);
          expect(quantities).toStrictEqual(Object.values(ledger.lines));
          expect(quantities.flatMap(quantityFaults)).toEqual([]);
          expect(rejected).toBe(ledger.rejected);
          expect(status).toBe(orderStatusOf(quantities, { rejected }));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('money-balances: owes what stands and is not captured, or gives back what was captured beyond it and not refunded', () => {
    fc.assert(
      fc.property(story, ([ordered, moves]) => {
        tell(ordered, moves, ({ money }, { captured, refunded, refundedForReturns, owed }) => {
          expect(money).toMatchObject({ captured, refunded, refundedForReturns, owed });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never grows older, and a parcel that arrived stays arrived', () => {
    fc.assert(
      fc.property(story, ([ordered, moves]) => {
        tell(ordered, moves, (page, ledger, before) => {
          if (!before) return;
          expect(page.updatedAt >= before.updatedAt).toBe(true);
          expect(page.rev).toBe(before.rev + 1);
          const arrived = page.fulfilments
            .flatMap(({ shipments }) => shipments)
            .filter(({ status }) => status === 'delivered');
          expect(arrived.map(({ shipmentId }) => shipmentId).toSorted()).toEqual(
            ledger.parcels
              .filter((one) => one.arrived)
              .map(({ id }) => id)
              .toSorted(),
          );
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is, as it was known at a moment, what was folded by then, and as it is now without a moment', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 41 }), ([ordered, moves], count) => {
        // One fact is recorded a minute.
        const facts = tell(ordered, moves, () => {}).map((event, index) => ({
          ...event,
          recordedTime: minute(index),
        }));
        const pages = facts.map((_, index) => pageAfter(facts.slice(0, index + 1)));
        const known = Math.min(count, pages.length);
        expect(pageAfter(factsAt(facts, { knownAt: minute(known - 1) }))).toStrictEqual(pages[known - 1]);
        expect(pageAfter(factsAt(facts, {}))).toStrictEqual(pages.at(-1));
      }),
      { numRuns: 150 },
    );
  });

  it('balances as of every moment, whenever facts were told, and holds all that had happened by then', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 23 }), ([ordered, moves], hour) => {
        const told = tell(ordered, moves, () => {});
        const facts = factsAt(told, { asOf: timeOf(hour) });
        const page = pageAfter(facts);
        expect(page === undefined).toBe(hour < 12);
        if (!page) return;
        expect(page.lines.flatMap(({ quantities }) => quantityFaults(quantities))).toEqual([]);
        expect(told.filter(({ time }) => time <= timeOf(hour)).filter((one) => !facts.includes(one))).toEqual(
          [],
        );
        expect(page.money.refundedForReturns).toBeLessThanOrEqual(page.money.refunded);
      }),
      { numRuns: 300 },
    );
  });

  it('is, at a thousand moments on both axes, what the facts that hold then are folded to', () => {
    const named = /"(line|fulfilment|shipment|payment|refund|return|message)Id":"[^"]*"/g;
    const subjects = ({ data }: KeptFact): string[] => JSON.stringify(data).match(named) ?? [];
    /** Looks for what is told of by what holds, until nothing more is. */
    const holding = (known: readonly KeptFact[], asOf: string): readonly KeptFact[] => {
      const holds = known.map(({ type, time }) => time <= asOf || type === 'tributary.order.placed.v2');
      for (let grew = true; grew;) {
        grew = false;
        known.forEach((fact, at) => {
          const isNeeded = known.some(
            (later, after) =>
              after > at && holds[after] && subjects(later).some((one) => subjects(fact).includes(one)),
          );
          if (holds[at] || !isNeeded) return;
          holds[at] = true;
          grew = true;
        });
      }
      return known.filter((_, at) => holds[at]);
    };
    fc.assert(
      fc.property(
        story,
        fc.integer({ min: 12, max: 23 }),
        fc.nat({ max: 41 }),
        ([ordered, moves], hour, count) => {
          const facts = tell(ordered, moves, () => {}).map((event, index) => ({
            ...event,
            recordedTime: minute(index),
          }));
          const known = facts.slice(0, count + 1);
          const moment = { asOf: timeOf(hour), knownAt: minute(count) };
          expect(pageAfter(factsAt(facts, moment))).toStrictEqual(pageAfter(holding(known, timeOf(hour))));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('reads back from the store as it was written, with its row and its timeline, and leaves the page before it alone', () => {
    fc.assert(
      fc.property(story, ([ordered, moves]) => {
        const kept: [object, string][] = [];
        const events = tell(ordered, moves, (page) => {
          const [row] = orderPage.also!(page, orderId);
          for (const document of [page, row!.document as object])
            kept.push([document, JSON.stringify(document)]);
        });
        const timeline = events.reduce<ReturnType<typeof orderTimeline.evolve>>(
          (before, event) => orderTimeline.evolve(before, event),
          undefined,
        )!;
        for (const [document, json] of [...kept, [timeline, JSON.stringify(timeline)] as const])
          expect(JSON.parse(json)).toStrictEqual(document);
      }),
      { numRuns: 150 },
    );
  });
});
