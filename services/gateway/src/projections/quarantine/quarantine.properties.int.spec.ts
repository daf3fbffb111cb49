import { busFacts, factTopics, gatewayFacts } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { Projector } from '@tributary/read-store';
import { openSqliteReadStore } from '@tributary/read-store/sqlite';
import { type Delivery, type Keyed, deliveriesOf } from '@tributary/testing';
import fc from 'fast-check';
import { quarantine, quarantinedMessage } from './quarantine.ts';

interface Fact {
  readonly type: string;
  readonly data: object;
  readonly at: string;
  readonly recorded: string;
}

const moment = fc.constantFrom('12:00:00.000', '12:00:30.000', '12:01:00.000');
const clocked = (told: fc.Arbitrary<{ type: string; data: object }>): fc.Arbitrary<Fact> =>
  fc.tuple(told, moment, moment).map(([fact, at, recorded]) => ({ ...fact, at, recorded }));

const streamOf = (topic: string, stream: string, told: readonly Fact[]): readonly Keyed<RecordedEvent>[] =>
  told.map(({ type, data, at, recorded }, index) => ({
    topic,
    key: stream,
    event: {
      id: `${stream} ${index}`,
      type,
      data,
      time: `2026-03-02T${at}Z`,
      recordedTime: `2026-03-02T${recorded}Z`,
      metadata: { source: 'tributary/gateway' },
      position: index + 1,
      stream,
      version: index + 1,
    },
  }));

/** What could not be taken in, and may be released later. */
const anyRefused = (messageId: string) => {
  const quarantined = {
    type: 'tributary.message.quarantined.v1',
    data: gatewayFacts['tributary.message.quarantined.v1'].parse({
      messageId, code: 'bad', reason: 'No SKU.', faults: [], raw: '{}', receivedAt: '2026-03-02T12:00:00.000Z',
    }),
  }; // prettier-ignore
  const released = {
    type: 'tributary.message.released.v1',
    data: { messageId, by: 'ops', acceptedAs: 'm2' },
  };
  const dismissed = {
    type: 'tributary.message.dismissed.v1',
    data: { messageId, by: 'ops', reason: 'A test' },
  };
  const atMostOnce = (fact: { type: string; data: object }) =>
    fc.array(clocked(fc.constant(fact)), { maxLength: 1 });
  return fc
    .tuple(clocked(fc.constant(quarantined)), atMostOnce(dismissed), atMostOnce(released))
    .map(([first, ...later]) =>
      streamOf(factTopics.gateway, `quarantine-${messageId}`, [first, ...later.flat()]),
    );
};

/** What one group parked and took up again, in the stream of the bus. */
const anyParked = (group: string) =>
  fc
    .array(
      clocked(
        fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })).map(([redriven, position]) => {
          const place = { group, position, eventId: `e${position}` };
          const parked = { ...place, eventType: 'any', subject: 's', error: 'unlucky', attempts: 3 };
          return redriven
            ? {
                type: 'tributary.message.redriven.v1',
                data: busFacts['tributary.message.redriven.v1'].parse(place),
              }
            : {
                type: 'tributary.message.parked.v1',
                data: busFacts['tributary.message.parked.v1'].parse(parked),
              };
        }),
      ),
      { maxLength: 8 },
    )
    .map((told) => streamOf(factTopics.bus, `parked-${group}`, told));

/** Every message, byte for byte; after each batch a process starts again and is told the one before once more. */
const messagesAfter = async (deliveries: readonly Delivery<RecordedEvent>[]) => {
  const store = openSqliteReadStore(':memory:');
  const told = new Map<string, Delivery<RecordedEvent>['messages']>();
  for (const { messages, through } of deliveries) {
    const projector = new Projector(store, {
      group: 'gateway-quarantine',
      topics: [factTopics.gateway, factTopics.bus],
      projections: [quarantinedMessage],
    });
    await projector.start({ subscribe: () => Promise.resolve() });
    await projector.apply([...(told.get(through.partition) ?? []), ...messages], through);
    told.set(through.partition, messages);
  }
  const kept: string[] = [];
  for await (const { id, json } of store.scan(quarantine)) kept.push(`${id} ${json}`);
  await store.close();
  return kept;
};

describe('Messages that need a person', () => {
  it('are the same bytes however they interleave, are cut into batches and come again', async () => {
    const streams = fc.tuple(anyRefused('m1'), anyRefused('m2'), anyParked('order'), anyParked('sourcing'));
    const how = fc.record({
      turns: fc.array(fc.nat({ max: 5 }), { maxLength: 20 }),
      sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
    });
    const property = fc.asyncProperty(
      streams,
      how,
      fc.integer({ min: 1, max: 3 }),
      async (told, chances, partitions) => {
        const plain = deliveriesOf(told, partitions, { turns: [], sizes: [1_000] });
        expect(await messagesAfter(deliveriesOf(told, partitions, chances))).toEqual(
          await messagesAfter(plain),
        );
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
