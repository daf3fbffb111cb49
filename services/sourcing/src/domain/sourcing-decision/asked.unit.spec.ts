import { type LocationId, type Method, OrderPlaced, type SourcingDecided } from '@tributary/contracts';
import { givenFor, inbound, orderFact, orderId, placedWith, quantitiesOf } from '@tributary/testing';
import { emptyNetwork, evolveNetwork } from '../network/network.ts';
import {
  type Known,
  answerRefusal,
  pause,
  resume,
  sourceChanged,
  sourceAfterLoss,
  sourceAfterShortPick,
  sourcePickupAnew,
  type PickupDecided,
  sourceFirst,
  settle,
  sourceWaiting,
} from './asked.ts';
import { type Sourcing, type SourcingEvent, evolve, maxTries, notSourced } from './sourcing.ts';

type Decided = Extract<SourcingEvent, { type: 'tributary.sourcing.decided.v1' }>;

const given = givenFor<Sourcing, SourcingEvent>({ initialState: notSourced, evolve });

const network = ['hull', 'leeds', 'york'].reduce(
  (known, locationId) =>
    evolveNetwork(known, {
      type: 'tributary.location.defined.v1',
      data: inbound('tributary.location.updated.v1', {
        locationId,
        name: locationId,
        kind: 'store',
        address: { country: 'GB' },
        capabilities: ['ship', 'pickup'],
      }),
    }),
  emptyNetwork,
);
const having = (units: Readonly<Record<string, number>>): Known => ({
  network,
  levels: () => new Map(Object.entries(units) as [LocationId, number][]),
});
const plenty = having({ hull: 9, leeds: 9, york: 9 });
const placed = OrderPlaced.parse(placedWith({ 1: 1, 2: 1 }).data);
const captured = { placedAt: '2026-03-02T12:00:00.000Z', imported: false };
const leeds = 'leeds' as LocationId;

const first = (sourcing: Sourcing) => sourceFirst(placed, captured, sourcing, plenty);
const missing = (lineId: string) => ({
  orderId: placed.orderId,
  location: leeds,
  lines: quantitiesOf({ [lineId]: 1 }),
});
const lost = (lineId: string) => (sourcing: Sourcing) => sourceAfterLoss(missing(lineId), sourcing, plenty);
const shorted = (method: Method) => (sourcing: Sourcing) =>
  sourceAfterShortPick({ ...missing('1'), method }, sourcing, plenty);
const refusal = (attempt: number, available: Readonly<Record<string, number>> = {}) => ({
  orderId: placed.orderId,
  decisionId: `${orderId}/${attempt}`,
  short: Object.entries(available).map(([location, units]) => ({
    sku: quantitiesOf({ 1: 1 })[0]!.sku,
    location: location as LocationId,
    available: units,
  })),
});
const refused =
  (attempt: number, available?: Readonly<Record<string, number>>, known = plenty) =>
  (sourcing: Sourcing) =>
    answerRefusal(refusal(attempt, available), sourcing, known);

/** What the rules decided, one after the other, each on what the ones before it left. */
const told = (...rules: ((sourcing: Sourcing) => unknown)[]) => {
  const events: Decided[] = [];
  for (const rule of rules) {
    const answer = rule(given(...events).state);
    events.push(...(Array.isArray(answer) ? answer : (answer as { events: Decided[] }).events));
  }
  return events;
};
const shown = ({ data }: Decided) =>
  [
    `${data.attempt} ${data.cause}${data.answers ? ` of ${data.answers}` : ''}:`,
    data.request.lines.map(({ lineId }) => lineId).join(','),
    'from',
    data.fulfilments.map(({ location }) => location).join(',') || 'nowhere',
  ].join(' ');

describe('An order that is placed', () => {
  it('is sourced', () => {
    expect(told(first).map(shown)).toEqual(['1 placed: 1,2 from hull']);
  });

  it('is not sourced when it is imported: its own history tells what became of it', () => {
    given()
      .when((sourcing) => sourceFirst(placed, { ...captured, imported: true }, sourcing, plenty))
      .thenNothing();
  });

  it('is not sourced when another system decides from where it is served', () => {
    given()
      .when((sourcing) => sourceFirst({ ...placed, sourcing: 'elsewhere' }, captured, sourcing, plenty))
      .thenNothing();
  });

  it('is not sourced when it was complete then: its goods have left', () => {
    const sale = { ...placed, completedAt: '2026-03-02T12:00:00.000Z' };
    given()
      .when((sourcing) => sourceFirst(sale, captured, sourcing, plenty))
      .thenNothing();
  });
});

describe('A refusal', () => {
  it('sources the lines of the decision that was refused again, believing what inventory said', () => {
    expect(told(first, refused(1, { hull: 0 })).map(shown)).toEqual([
      '1 placed: 1,2 from hull',
      '2 refused of web.100/1: 1,2 from leeds',
    ]);
  });

  it('that comes after later decisions still sources exactly what its own decision asked for', () => {
    expect(told(first, lost('1'), lost('2'), refused(2, { hull: 0 })).map(shown)).toEqual([
      '1 placed: 1,2 from hull',
      '2 allocation-lost: 1 from hull',
      '3 allocation-lost: 2 from hull',
      '4 refused of web.100/2: 1 from york',
    ]);
  });

  it('is answered once, also when another decision was refused in between', () => {
    const events = told(first, lost('1'), lost('2'), refused(2), refused(3));
    given(...events)
      .when(refused(2))
      .thenNothing();
    given(...events)
      .when(refused(3))
      .thenNothing();
  });

  it('leaves out every location that could not serve the order before', () => {
    expect(told(first, lost('1'), refused(1)).at(-1)!.data.excluded).toEqual(['leeds']);
  });

  it('of a decision that planned nothing changes nothing: there was nothing to refuse', () => {
    const [nothing] = sourceFirst(placed, captured, notSourced, having({}));
    given(nothing!).when(refused(1)).thenNothing();
  });

  it('of a decision that was never taken is told apart from one that was answered', () => {
    given(...told(first))
      .when(refused(7))
      .thenRefused({ code: 'unknown-decision', reason: 'Decision web.100/7 was never taken.' });
    given()
      .when(refused(1))
      .thenRefused({ code: 'unknown-decision', reason: 'Decision web.100/1 was never taken.' });
  });

  it('is answered with another plan seven times in a row; after the eighth the order waits', () => {
    const rows = Array.from({ length: maxTries }, (_, index) => refused(index + 1));
    const outcomes = told(first, ...rows).map(({ data }): SourcingDecided['outcome'] => data.outcome);
    expect(maxTries).toBe(8);
    expect(outcomes).toEqual([...Array.from({ length: 8 }, () => 'planned'), 'unsourceable']);
  });

  it('counts only those in its own row: lines lost later are tried as often', () => {
    const row = Array.from({ length: maxTries - 1 }, (_, index) => refused(index + 1));
    expect(told(first, ...row, lost('1'), refused(9)).at(-1)!.data.outcome).toBe('planned');
  });
});

describe('An order that waits for stock', () => {
  const waits = (lines: Readonly<Record<string, number>>, known = plenty, restocked: LocationId[] = []) => {
    const waiting = quantitiesOf(lines);
    return (sourcing: Sourcing) =>
      sourceWaiting(placed.orderId, waiting, new Set(restocked), sourcing, known);
  };
  const none = (sourcing: Sourcing) => sourceFirst(placed, captured, sourcing, having({}));

  it('is decided for again, for exactly what waits', () => {
    expect(told(none, waits({ 2: 1 })).map(shown)).toEqual([
      '1 placed: 1,2 from nowhere',
      '2 backorder: 2 from hull',
    ]);
  });

  it('is decided for as far as the stock goes, also where the whole order would have been refused', () => {
    const picky = OrderPlaced.parse(placedWith({ 1: 5 }, { whenShort: 'reject' }).data);
    const [decision] = told(
      (sourcing) => sourceFirst(picky, captured, sourcing, having({})),
      waits({ 1: 5 }, having({ york: 2 })),
    ).slice(1);
    expect(decision!.data.fulfilments).toMatchObject([{ location: 'york', lines: [{ quantity: 2 }] }]);
  });

  it('is left alone when nothing can be planned: a decision that changes nothing is not recorded', () => {
    given(...told(none))
      .when(waits({ 1: 1 }, having({})))
      .thenNothing();
    given()
      .when(waits({ 1: 1 }))
      .thenNothing();
  });

  it('is not asked for twice while inventory has not answered', () => {
    given(...told(none, waits({ 1: 1 })))
      .when(waits({ 1: 1 }))
      .thenNothing();
  });

  it('may be asked for again once the order has answered', () => {
    const events = told(none, waits({ 1: 1 }));
    const settled: SourcingEvent = {
      type: 'tributary.sourcing.settled.v1',
      data: { orderId: placed.orderId, decisionId: 'web.100/2', outcome: 'taken-up' },
    };
    const { state } = given(...events)
      .when((sourcing) => settle(placed.orderId, 'web.100/2', 'taken-up', sourcing))
      .then(settled);
    expect(waits({ 1: 1 })(state)).toHaveLength(1);
    given(...events, settled)
      .when((sourcing) => settle(placed.orderId, 'web.100/2', 'taken-up', sourcing))
      .thenNothing();
  });

  it('has nothing to settle of decisions that did not serve what waited', () => {
    given(...told(first))
      .when((sourcing) => settle(placed.orderId, 'web.100/1', 'taken-up', sourcing))
      .thenNothing();
  });

  it('that inventory refuses is served from elsewhere, or simply waits on', () => {
    const events = told(none, waits({ 1: 1 }));
    expect(
      told(...events.map((event) => () => [event]), refused(2, { hull: 0 }))
        .map(shown)
        .at(-1),
    ).toBe('3 backorder of web.100/2: 1 from leeds');
    given(...events)
      .when(refused(2, { hull: 0 }, having({ hull: 9 })))
      .then({
        type: 'tributary.sourcing.settled.v1',
        data: { orderId: placed.orderId, decisionId: 'web.100/2', outcome: 'refused' },
      });
  });

  it('is served from where it could not be served before only when goods came in there', () => {
    const only = having({ leeds: 9 });
    given(...told(first, lost('1')))
      .when(waits({ 1: 1 }, only))
      .thenNothing();
    expect(told(first, lost('1'), waits({ 1: 1 }, only, [leeds])).at(-1)!.data).toMatchObject({
      fulfilments: [{ location: 'leeds' }],
      excluded: [],
    });
  });
});

describe('Goods that were promised and are not there', () => {
  it('are sourced from elsewhere', () => {
    const outcome = told(
      (sourcing) => sourceFirst(placed, captured, sourcing, having({ leeds: 9, york: 9 })),
      lost('1'),
    );
    expect(outcome.map(shown)).toEqual(['1 placed: 1,2 from leeds', '2 allocation-lost: 1 from hull']);
    expect(outcome[1]!.data.excluded).toEqual(['leeds']);
  });

  it('on the shelf are sourced from elsewhere, too', () => {
    expect(told(first, shorted('ship')).map(shown).at(-1)).toBe('2 short-pick: 1 from hull');
  });

  it('at a pickup are not sourced again: that is for the customer to decide', () => {
    given(...told(first))
      .when(shorted('pickup'))
      .thenNothing();
  });

  it('of an order that was never sourced are not sourced', () => {
    given().when(lost('1')).thenNothing();
  });

  it('are not sourced when the order has no such line', () => {
    given(...told(first))
      .when(lost('9'))
      .thenNothing();
  });
});

describe('A pickup that ran short', () => {
  const toCollect: OrderPlaced = {
    ...placed,
    lines: placed.lines.map((line) => ({ ...line, method: 'pickup', pickupAt: leeds })),
  };
  const collected = (sourcing: Sourcing) => sourceFirst(toCollect, captured, sourcing, plenty);
  const decidedTo = (
    choice: PickupDecided['data']['choice'],
    lines: Record<string, number>,
    more: object = {},
  ) => {
    const fact = orderFact('tributary.order.pickup-decided.v1', {
      orderId,
      choice,
      lines: quantitiesOf(lines),
      ...more,
    }) as PickupDecided;
    return (sourcing: Sourcing) => sourcePickupAnew(fact, sourcing, plenty);
  };
  const shipTo = { country: 'GB', postalCode: 'LS1 4AP', name: 'Ada' };

  it('is sent from where it is not missing, once somebody decided to send it', () => {
    const { data } = told(collected, decidedTo('ship', { 1: 1 }, { shipTo })).at(-1)!;
    expect(data).toMatchObject({
      cause: 'pickup-decided',
      outcome: 'planned',
      fulfilments: [{ method: 'ship', lines: quantitiesOf({ 1: 1 }) }],
      request: { shipTo: { country: 'GB', postalCode: 'LS1 4AP' }, lines: [{ lineId: '1', method: 'ship' }] },
      excluded: ['leeds'],
    });
    expect(data.request.lines[0]).not.toHaveProperty('pickupAt');
    expect(data.request.shipTo).not.toHaveProperty('name');
  });

  it('is collected at the other place that was named', () => {
    const { data } = told(collected, decidedTo('collect-elsewhere', { 2: 1 }, { pickupAt: 'hull' })).at(-1)!;
    expect(data.fulfilments).toMatchObject([
      { location: 'hull', method: 'pickup', lines: quantitiesOf({ 2: 1 }) },
    ]);
  });

  it('stays that way when inventory refuses the plan, or it waits for stock', () => {
    const ship = decidedTo('ship', { 1: 1 }, { shipTo });
    const again = told(collected, ship, refused(2, { hull: 0 })).at(-1)!.data;
    expect(again).toMatchObject({ cause: 'refused', fulfilments: [{ location: 'york', method: 'ship' }] });
    const { state } = given(...told(collected, ship));
    expect(state.request!.lines).toMatchObject([{ method: 'ship', quantity: 1 }, { method: 'pickup' }]);
    const turn = sourceWaiting(placed.orderId, quantitiesOf({ 1: 1 }), new Set(), state, having({ york: 1 }));
    expect(turn).toMatchObject([{ data: { fulfilments: [{ location: 'york', method: 'ship' }] } }]);
  });

  it('is not sourced when it waits, nor for an order that was never sourced', () => {
    given(...told(collected))
      .when(decidedTo('wait', { 1: 1 }))
      .thenNothing();
    given()
      .when(decidedTo('ship', { 1: 1 }))
      .thenNothing();
  });
});

describe('An order that is held', () => {
  const { orderId: id } = placed;
  const heldOrder = { ...placed, holds: [{ reason: 'fraud', since: captured.placedAt }] };
  const firstHeld = (sourcing: Sourcing) => sourceFirst(heldOrder, captured, sourcing, plenty);
  const paused = { type: 'tributary.sourcing.paused.v1' as const, data: { orderId: id } };
  const resumed = { type: 'tributary.sourcing.resumed.v1' as const, data: { orderId: id } };
  const released =
    (units: Readonly<Record<string, number>>, known = plenty) =>
    (sourcing: Sourcing) =>
      resume({ orderId: id, reason: 'fraud', upTo: '', toSource: quantitiesOf(units) }, sourcing, known);
  const typesOf = (events: readonly SourcingEvent[]) =>
    events.map((event) =>
      event.type === 'tributary.sourcing.decided.v1'
        ? `${shown(event)}, ${event.data.outcome}`
        : event.type.split('.')[2],
    );
  const pausing = (sourcing: Sourcing) => pause(id, sourcing);
  const after = (...rules: ((sourcing: Sourcing) => unknown)[]) => given(...told(...rules));

  it('is not sourced when it is placed, and is when nothing holds it any more', () => {
    expect(typesOf(firstHeld(notSourced))).toEqual(['paused', '1 placed: 1,2 from nowhere, deferred']);
    expect(typesOf(released({ 1: 1, 2: 1 })(after(firstHeld).state))).toEqual([
      'resumed',
      '2 released: 1,2 from hull, planned',
    ]);
  });

  it('is sourced for what its release says: what is reserved or waits for stock is not asked for again', () => {
    const { state } = after(first, pausing);
    expect(typesOf(released({ 2: 1 })(state))).toEqual(['resumed', '2 released: 2 from hull, planned']);
    after(first, pausing).when(released({})).then(resumed);
  });

  it('stays so while another hold is left, and is asked for once', () => {
    const stillHeld = (sourcing: Sourcing) =>
      resume({ orderId: id, reason: 'csr', upTo: '', stillHeld: true }, sourcing, plenty);
    after(firstHeld).when(stillHeld).thenNothing();
    after(firstHeld, released({ 1: 1 }))
      .when(released({ 1: 1 }))
      .thenNothing();
  });

  it('is paused once, and not at all where it was never to be sourced', () => {
    given().when(pausing).thenNothing();
    after(first).when(pausing).then(paused).when(pausing).thenNothing();
  });

  it('keeps what it could not be served from, and takes no turn in a queue', () => {
    const { state } = after(first, pausing, lost('1'));
    expect(typesOf(told(first, pausing, lost('1')).slice(2))).toEqual([
      '2 allocation-lost: 1 from nowhere, deferred',
    ]);
    expect(state.excluded).toEqual([leeds]);
    given(...told(first, pausing))
      .when((sourcing) => sourceWaiting(id, quantitiesOf({ 1: 1 }), new Set(), sourcing, plenty))
      .thenNothing();
  });

  it('is not tried again when inventory refuses: its release does', () => {
    const again = told(first, pausing, refused(1)).slice(2);
    expect(typesOf(again)).toEqual([`2 refused of ${orderId}/1: 1,2 from nowhere, deferred`]);
    after(first, pausing, refused(1)).when(refused(1)).thenNothing();
  });
});

describe('An order that is changed', () => {
  const line = (lineId: string, quantity: number, more: object = {}) => ({
    ...quantitiesOf({ [lineId]: quantity })[0]!,
    unitPrice: '1.00',
    amount: quantity * 100,
    method: 'ship' as const,
    ...more,
  });
  const changed = (data: object) => (sourcing: Sourcing) =>
    sourceChanged(
      orderFact('tributary.order.changed.v1', {
        orderId,
        lines: [],
        cancelled: [],
        anew: [],
        toSource: [],
        release: [],
        charges: [],
        prices: [],
        total: 200,
        difference: 0,
        ...data,
      }).data,
      sourcing,
      plenty,
    );
  const requestIn = (events: readonly SourcingEvent[]) => given(...told(first), ...events).state.request;

  it('is sourced for what is more, and asked for as it is now from then on', () => {
    const more = changed({
      lines: [line('1', 4), line('9', 2, { method: 'pickup', pickupAt: 'york' })],
      toSource: quantitiesOf({ 1: 3, 9: 2 }),
    });
    const [request, decision] = more(given(...told(first)).state);
    expect(request).toMatchObject({ type: 'tributary.sourcing.request-changed.v1' });
    expect(shown(decision as Decided)).toBe('2 changed: 1,9 from hull,york');
    expect(requestIn([request!, decision!])!.lines).toMatchObject([
      { lineId: '1', quantity: 4, method: 'ship' },
      { lineId: '2', quantity: 1 },
      { lineId: '9', quantity: 2, method: 'pickup', pickupAt: 'york' },
    ]);
  });

  it('is asked for where it goes now, also where nothing is to be sourced', () => {
    const events = changed({ shipTo: { country: 'FR', street: '1 rue Vivienne' } })(
      given(...told(first)).state,
    );
    expect(events.map(({ type }) => type)).toEqual(['tributary.sourcing.request-changed.v1']);
    expect(requestIn(events)).toMatchObject({ shipTo: { country: 'FR' } });
    expect(requestIn(events)!.shipTo).not.toHaveProperty('street');
  });

  it('is left to who sources it elsewhere', () => {
    given()
      .when(changed({ toSource: quantitiesOf({ 1: 1 }) }))
      .thenNothing();
  });
});
