import fc from 'fast-check';
import { deliveriesOf, interleaved } from './interleavings.ts';

const streams = [
  ['a1', 'a2', 'a3'],
  ['b1', 'b2'],
];

describe('Interleaved streams', () => {
  it('are told turn by turn, what no turn names last', () => {
    expect(interleaved(streams, [1, 0, 1])).toEqual(['b1', 'a1', 'b2', 'a2', 'a3']);
    expect(interleaved(streams, [])).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
    expect(interleaved([], [1])).toEqual([]);
  });

  it('come in every order that keeps the order within each', () => {
    const seen = new Set<string>();
    for (let chance = 0; chance < 32; chance += 1)
      seen.add(interleaved(streams, [...chance.toString(2).padStart(5, '0')].map(Number)).join(' '));
    // 5 facts, of which 2 are of one stream.
    expect(seen.size).toBe(10);
  });
});

describe('What a bus delivers', () => {
  const keyed = streams.map((stream) =>
    stream.map((event) => ({ topic: `t-${event[0]}`, key: event[0]!, event })),
  );

  it('is divided into partitions, by batch, with places of their own', () => {
    const delivered = deliveriesOf(keyed, 1, { turns: [0, 1, 0], sizes: [3, 1] });
    expect(delivered.map(({ messages }) => messages.map(({ event }) => event))).toEqual([
      ['a1', 'a2'],
      ['b1'],
      ['a3'],
      ['b2'],
    ]);
    expect(delivered.map(({ through }) => through)).toEqual([
      { partition: 't-a:0', offset: 2 },
      { partition: 't-b:0', offset: 1 },
      { partition: 't-a:0', offset: 3 },
      { partition: 't-b:0', offset: 2 },
    ]);
  });

  it('is every fact once, and each partition in order', () => {
    const chances = fc.record({
      turns: fc.array(fc.nat(), { maxLength: 8 }),
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(chances, fc.integer({ min: 1, max: 4 }), (how, partitions) => {
        const messages = deliveriesOf(keyed, partitions, how).flatMap((each) => each.messages);
        expect(messages.map(({ event }) => event).sort()).toEqual(streams.flat());
        for (const of of Map.groupBy(messages, ({ partition }) => partition).values())
          expect(of.map(({ offset }) => offset)).toEqual(of.map((_, index) => index + 1));
        for (const of of Map.groupBy(messages, ({ key }) => key).values()) {
          const events = of.map(({ event }) => event);
          expect(events).toEqual(events.toSorted());
        }
      }),
    );
  });
});
