import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventLog } from '../port.ts';
import { type Subject, anEvent, ascends, followFor, idsOf, positionsOf, someEvents, to } from './subject.ts';

/** What holds when several processes write one log. Left out where `Opened.another` is. */
export const sharing = ({ fresh }: Subject): void => {
  const two = async (): Promise<[EventLog, EventLog]> => {
    const { log, another } = await fresh();
    return [log, await another!()];
  };

  it('lets one of two processes win each version, and tells the other', async () => {
    const logs = await two();
    const [one, other] = logs.map((log) => log.forService('order'));
    const won: number[] = [];
    for (let version = 0; version < 20; version += 1) {
      const answers = await Promise.allSettled(
        [one!, other!].map((store) => store.append([to('order-1', version, anEvent())])),
      );
      won.push(answers.filter(({ status }) => status === 'fulfilled').length);
      const lost = answers.find((answer) => answer.status === 'rejected');
      expect(lost?.reason).toMatchObject({ code: 'wrong-expected-version', actual: version + 1 });
    }
    expect(won).toEqual(won.map(() => 1));
    expect(await one!.readStream('order-1')).toEqual(await other!.readStream('order-1'));
  });

  it('refuses what stands on a repeat, which wrote nothing, although another wrote as much meanwhile', async () => {
    const [one, other] = (await two()).map((log) => log.forService('order'));
    const event = anEvent();
    await one!.append([to('order-1', 0, event)]);
    await one!.append([to('order-1', 1, anEvent())]);
    const [repeat, below] = await Promise.allSettled([
      other!.append([to('order-1', 1, event)]),
      other!.append([to('order-1', 2, anEvent())]),
    ]);
    expect(repeat).toMatchObject({ status: 'fulfilled', value: { duplicate: true } });
    expect(below).toMatchObject({ status: 'rejected', reason: { code: 'wrong-expected-version' } });
    expect(await one!.readStream('order-1')).toHaveLength(2);
  });

  it('shows a follower everything, in order, whoever recorded it', async () => {
    const [one, other] = await two();
    const seen = followFor(one.all, 0, 120);
    const seenByOther = followFor(other.all, 0, 120);
    const appends = Array.from({ length: 60 }, (_, n) =>
      [one, other].map((log, process) =>
        log.forService('order').append([to(`order-${process}-${n}`, 0, anEvent())]),
      ),
    );
    const positions = (await Promise.all(appends.flat())).map(({ position }) => position);
    const followed = await seen;
    expect(ascends(positionsOf(followed))).toBe(true);
    expect(positionsOf(followed)).toEqual([...positions].sort((a, b) => a - b));
    expect(idsOf(await seenByOther)).toEqual(idsOf(followed));
    expect(await one.all.readAll(0, 1_000)).toEqual(followed);
  });

  it('shows a follower ten thousand events of four processes, each at its place and none late', async () => {
    const { log, another } = await fresh();
    const writers = [log, await another!(), await another!(), await another!()];
    const seen = followFor(log.all, 0, 10_000);
    const written = await Promise.all(
      writers.map(async (writer, process) => {
        const store = writer.forService('order');
        const ids: string[] = [];
        for (let round = 0; round < 25; round += 1) {
          const events = someEvents(100);
          ids.push(...idsOf(events));
          await Promise.all(
            events.map((event, n) => store.append([to(`order-${process}-${n}`, round, event)])),
          );
        }
        return ids;
      }),
    );
    const followed = await seen;
    expect(ascends(positionsOf(followed))).toBe(true);
    expect(idsOf(followed).toSorted()).toEqual(written.flat().toSorted());
  });

  it('keeps exactly what it answered for, however processes race for the same streams', async () => {
    const logs = await two();
    let run = 0;
    const attempts = fc.array(
      fc.record({
        process: fc.nat(1),
        streams: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        count: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(attempts, async (plan) => {
        const service = `run-${(run += 1)}`;
        const stores = logs.map((log) => log.forService(service));
        const kept = new Map<string, string>();
        const attempt = async ({ process, streams, count }: (typeof plan)[number]): Promise<void> => {
          const store = stores[process]!;
          const appends = await Promise.all(
            streams.map(async (stream) => {
              const version = (await store.readStream(stream)).length;
              return to(stream, version, ...someEvents(count));
            }),
          );
          const answer = await store.append(appends).catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'wrong-expected-version' });
          });
          if (!answer) return;
          for (const { stream, expectedVersion, events } of appends)
            for (const [index, { id }] of events.entries())
              kept.set(id, `${stream}@${(expectedVersion as number) + index + 1}`);
        };
        await Promise.all(plan.map(attempt));
        const all = await stores[0]!.readAll(0, 1_000);
        expect(new Map(all.map(({ id, stream, version }) => [id, `${stream}@${version}`]))).toEqual(kept);
        expect(new Set(kept.values()).size).toBe(kept.size);
        for (const stream of ['a', 'b', 'c'])
          expect((await stores[1]!.readStream(stream)).map(({ version }) => version)).toEqual(
            all.filter((event) => event.stream === stream).map((_, index) => index + 1),
          );
      }),
      { numRuns: 50 },
    );
    for await (const fault of logs[0].verify()) expect(fault).toBeUndefined();
  });

  it('records an event once that two processes hand in at the same time, and answers both', async () => {
    const logs = await two();
    for (let n = 0; n < 10; n += 1) {
      const event = anEvent();
      const answers = await Promise.all(
        logs.map((log) => log.forService('order').append([to(`order-${n}`, 'any', event)])),
      );
      expect(answers.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    }
  });

  it('tells the later of two processes what the earlier recorded under an id, whatever it says itself', async () => {
    const logs = await two();
    for (let n = 0; n < 10; n += 1) {
      const event = anEvent();
      const answers = await Promise.all(
        logs.map((log, by) =>
          log.forService('order').append([to(`order-${n}`, 'any', { ...event, data: { by } })]),
        ),
      );
      expect(answers.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
      expect(answers[0]!.recorded).toEqual(answers[1]!.recorded);
    }
  });

  it('refuses what stands on an append that another process forestalled', async () => {
    const [one, other] = (await two()).map((log) => log.forService('inventory'));
    // In the first process the second append was decided knowing the first, which comes to nothing: that the
    // stream happens to be at the version it expects must not let it in.
    for (let n = 0; n < 20; n += 1) {
      const stream = `sku-${n}`;
      const theirs = other!.append([to(stream, 0, anEvent())]);
      const mine = [anEvent(), anEvent()];
      const [first, second] = await Promise.allSettled([
        one!.append([to(stream, 0, mine[0]!)]),
        one!.append([to(stream, 1, mine[1]!)]),
      ]);
      const [their] = await Promise.allSettled([theirs]);
      expect([first.status, second.status]).toEqual(
        their.status === 'fulfilled' ? ['rejected', 'rejected'] : ['fulfilled', 'fulfilled'],
      );
      expect(await one!.readStream(stream)).toHaveLength(their.status === 'fulfilled' ? 1 : 2);
    }
  });
};
