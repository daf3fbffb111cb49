import { givenFor } from './given-when-then.ts';

type Fact = { type: 'put'; units: number } | { type: 'taken'; units: number };

const given = givenFor<number, Fact>({
  initialState: 0,
  evolve: (units, fact) => (fact.type === 'put' ? units + fact.units : units - fact.units),
});

const put = (units: number): Fact => ({ type: 'put', units });
const taken = (units: number): Fact => ({ type: 'taken', units });
const take = (units: number) => (held: number) =>
  held >= units
    ? { accepted: true as const, events: [taken(units)] }
    : { accepted: false as const, refusal: { code: 'not-enough', held } };

describe('A spec in given, when, then', () => {
  it('asks a rule in the state the facts amount to', () => {
    given(put(3), put(2)).when(take(5)).then(taken(5));
  });

  it('takes a decision, a list of facts, or one fact as the answer', () => {
    given(put(1))
      .when((held) => taken(held))
      .then(taken(1));
    given(put(1))
      .when(() => [taken(1), put(1)])
      .then(taken(1), put(1));
    given(put(1))
      .when(() => [])
      .thenNothing();
  });

  it('compares a refusal whole', () => {
    given(put(1)).when(take(2)).thenRefused({ code: 'not-enough', held: 1 });
    expect(() => given(put(1)).when(take(2)).thenRefused({ code: 'not-enough' })).toThrow();
  });

  it('fails on facts in another order, on a missing one and on one too many', () => {
    const answer = given().when(() => [put(1), put(2)]);
    expect(() => answer.then(put(2), put(1))).toThrow();
    expect(() => answer.then(put(1))).toThrow();
    expect(() => answer.then(put(1), put(2), put(3))).toThrow();
    expect(() => answer.thenNothing()).toThrow();
    expect(() => answer.thenRefused({ code: 'not-enough' })).toThrow();
  });

  it('fails on a property that is there but undefined, which a store would not keep', () => {
    const blurred = { ...put(1), note: undefined };
    expect(() =>
      given()
        .when(() => blurred)
        .then(put(1)),
    ).toThrow();
  });

  it('goes on from what followed', () => {
    const story = given(put(3)).when(take(1)).then(taken(1)).when(take(2)).then(taken(2));
    expect(story.state).toBe(0);
  });
});
