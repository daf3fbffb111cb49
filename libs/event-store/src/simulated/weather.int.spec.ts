import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { anEvent, to } from '../contract/subject.ts';
import { type NewEvent, StoreUnavailable } from '../port.ts';
import { type Fate, SimulatedEventLog, SimulatedServer, fated } from './index.ts';

const connected = (server: SimulatedServer, ...fates: Fate[]) =>
  new SimulatedEventLog({ server, weather: fated(fates) }).forService('order');

describe('A simulated store in bad weather', () => {
  let server: SimulatedServer;
  beforeEach(() => {
    server = new SimulatedServer(randomUUID());
  });
  const recorded = () => connected(server).readStream('order-1');

  it('has nothing of an append that was lost, nor of what stood on it', async () => {
    const store = connected(server, 'lost');
    const [first, second] = [0, 1].map((version) => store.append([to('order-1', version, anEvent())]));
    await expect(first).rejects.toThrow(StoreUnavailable);
    await expect(second).rejects.toMatchObject({ code: 'wrong-expected-version', actual: 0 });
    expect(await recorded()).toEqual([]);
  });

  it('refuses what stood on a lost append although another wrote as much meanwhile', async () => {
    const store = connected(server, 'lost');
    const lost = store.append([to('order-1', 0, anEvent())]);
    const below = store.append([to('order-1', 1, anEvent())]);
    await connected(server).append([to('order-1', 0, anEvent())]);
    await expect(lost).rejects.toThrow(StoreUnavailable);
    await expect(below).rejects.toMatchObject({ code: 'wrong-expected-version' });
  });

  it('has an append of which the answer was lost, and answers its repeat as the first time', async () => {
    const store = connected(server, 'answer-lost');
    const event = anEvent();
    await expect(store.append([to('order-1', 0, event)])).rejects.toThrow(StoreUnavailable);
    expect(await store.append([to('order-1', 0, event)])).toMatchObject({ duplicate: true, versions: [1] });
    expect(await recorded()).toHaveLength(1);
  });

  it('records everything once that somebody goes on asking for, whatever is lost', async () => {
    const fate = fc.constantFrom<Fate>('done', 'lost', 'answer-lost');
    const processes = fc.array(fc.array(fate, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(processes, async (fates) => {
        server = new SimulatedServer(randomUUID());
        const persist = async (store: ReturnType<typeof connected>, event: NewEvent) => {
          for (;;) {
            try {
              return await store.append([to('order-1', 'any', event)]);
            } catch (error) {
              if (!(error instanceof StoreUnavailable)) throw error;
            }
          }
        };
        const events = fates.map(() => Array.from({ length: 4 }, () => anEvent()));
        await Promise.all(
          fates.map((each, process) => {
            const store = connected(server, ...each);
            return Promise.all(events[process]!.map((event) => persist(store, event)));
          }),
        );
        const found = await recorded();
        expect(found.map(({ id }) => id).toSorted()).toEqual(
          events
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        );
        expect(found.map(({ version }) => version)).toEqual(found.map((_, index) => index + 1));
        for await (const fault of new SimulatedEventLog({ server }).verify()) expect(fault).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
