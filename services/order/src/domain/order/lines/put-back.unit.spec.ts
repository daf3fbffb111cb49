import {
  allocatedTo,
  givenFor,
  locationOf,
  orderFact,
  orderId,
  placedWith,
  quantitiesOf,
  toldOfOrder,
} from '@tributary/testing';
import { type Captured, type Order, type OrderEvent, evolve, notCaptured } from '../order.ts';
import { receiveFact } from '../receive-fact.ts';
import { answerPutBack, cancelOrAsk } from './put-back.ts';

const given = givenFor<Order, OrderEvent>({ initialState: notCaptured, evolve });
type Units = Record<string, number>;

const cancelling =
  (...lines: [lineId: string, quantity: number][]) =>
  (order: Order) =>
    cancelOrAsk(
      lines.length > 0 ? { lines: lines.map(([lineId, quantity]) => ({ lineId, quantity })) } : {},
      order as Captured,
    );
const answering = (outcome: 'put-back' | 'too-late', fulfilmentId: string) => (order: Order) =>
  answerPutBack({ fulfilmentId, outcome }, order as Captured);
const heldIn = (fulfilmentId: string, units: Units) =>
  quantitiesOf(units).map((line) => ({ ...line, fulfilmentId, location: locationOf(fulfilmentId) }));
const ofFulfilment = (fulfilmentId: string) => ({
  orderId,
  fulfilmentId,
  location: locationOf(fulfilmentId),
});
const picked = (fulfilmentId: string, units: Units) =>
  orderFact('tributary.order.fulfilment-picked.v1', {
    ...ofFulfilment(fulfilmentId),
    lines: quantitiesOf(units),
  });
const shipped = (fulfilmentId: string, units: Units) =>
  orderFact('tributary.order.shipped.v1', {
    ...ofFulfilment(fulfilmentId),
    shipmentId: 'X1',
    lines: quantitiesOf(units),
  });
const asked = (fulfilmentId: string, units: Units) =>
  orderFact('tributary.order.cancel-asked.v1', { orderId, lines: heldIn(fulfilmentId, units) });
const declined = (fulfilmentId: string, units: Units) =>
  orderFact('tributary.order.cancel-declined.v1', { orderId, lines: heldIn(fulfilmentId, units) });
const cancelled = (units: Units, release: ReturnType<typeof heldIn> = []) =>
  orderFact('tributary.order.cancelled.v1', { orderId, lines: quantitiesOf(units), release });

const notAsked = (fulfilmentId: string) => ({
  code: 'not-asked',
  reason: `Nothing of ${fulfilmentId} is asked to be put back.`,
});

const leeds = 'S1-leeds';
const york = 'S1-york';
const halfPicked = [
  placedWith({ 1: 3, 2: 1 }),
  allocatedTo({ [leeds]: { 1: 2, 2: 1 }, [york]: { 1: 1 } }),
  picked(leeds, { 1: 2, 2: 1 }),
];

describe('Cancelling what a location has picked', () => {
  it('asks the location first, and ends at once what is in nobody’s hands', () => {
    const { state } = given(...halfPicked)
      .when(cancelling())
      .then(cancelled({ 1: 1 }, heldIn(york, { 1: 1 })), asked(leeds, { 1: 2, 2: 1 }));
    expect(state).toMatchObject({ lines: [{ cancelled: 1, allocated: 2 }, { allocated: 1 }] });
  });

  it('takes first what is in nobody’s hands', () => {
    given(...halfPicked)
      .when(cancelling(['1', 2]))
      .then(cancelled({ 1: 1 }, heldIn(york, { 1: 1 })), asked(leeds, { 1: 1 }));
  });

  it('asks once for the same units', () => {
    given(...halfPicked, asked(leeds, { 1: 2, 2: 1 }))
      .when(cancelling(['2', 1]))
      .thenRefused({
        code: 'already-asked',
        reason: 'The location was asked already: it has not answered yet.',
      });
    given(...halfPicked, asked(leeds, { 1: 1 }))
      .when(cancelling(['1', 3]))
      .then(cancelled({ 1: 1 }, heldIn(york, { 1: 1 })), asked(leeds, { 1: 1 }));
  });

  it('is refused where everything has left', () => {
    given(placedWith({ 1: 1 }), allocatedTo({ [leeds]: { 1: 1 } }), shipped(leeds, { 1: 1 }))
      .when(cancelling())
      .thenRefused({
        code: 'nothing-to-cancel',
        reason: 'Everything asked for has left already or was cancelled before.',
      });
  });
});

describe('A location that was asked', () => {
  const before = [...halfPicked, asked(leeds, { 1: 2, 2: 1 })];

  it('puts it back, and it is cancelled and held no longer', () => {
    const { state } = given(...before)
      .when(answering('put-back', leeds))
      .then(cancelled({ 1: 2, 2: 1 }, heldIn(leeds, { 1: 2, 2: 1 })));
    expect(state).toMatchObject({ askedToPutBack: [] });
  });

  it('is too late, and the goods go their way', () => {
    const { state } = given(...before)
      .when(answering('too-late', leeds))
      .then(declined(leeds, { 1: 2, 2: 1 }));
    expect(state).toMatchObject({ askedToPutBack: [], lines: [{ cancelled: 0 }, { cancelled: 0 }] });
  });

  it('answers by sending, which ends the question for what left', () => {
    given(...before, shipped(leeds, { 1: 2 }))
      .when(answering('put-back', leeds))
      .then(cancelled({ 2: 1 }, heldIn(leeds, { 2: 1 })));
    given(...before, shipped(leeds, { 1: 2, 2: 1 }))
      .when(answering('put-back', leeds))
      .thenRefused(notAsked(leeds));
  });

  it('has nothing to answer where it was not asked', () => {
    given(...before)
      .when(answering('put-back', york))
      .thenRefused(notAsked(york));
  });
});

describe('A cancellation that a system tells', () => {
  it('holds as it is told, also for what is picked: whoever tells it has decided', () => {
    given(...halfPicked)
      .when((order: Order) =>
        receiveFact(toldOfOrder('tributary.order.cancel-requested.v1', { orderId }), order),
      )
      .then(
        cancelled({ 1: 3, 2: 1 }, [
          ...heldIn(york, { 1: 1 }),
          ...heldIn(leeds, { 1: 2 }),
          ...heldIn(leeds, { 2: 1 }),
        ]),
      );
  });
});
