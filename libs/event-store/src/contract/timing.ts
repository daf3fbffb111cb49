import { expect, it } from '@jest/globals';
import type { EventLog } from '../port.ts';
import { type Subject, anEvent, idsOf, itCan, someEvents, to } from './subject.ts';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const start = Date.parse('2026-03-01T10:00:00.000Z');
const timeAt = (offset: number): string => new Date(start + offset).toISOString();

/** Appends one event to a stream, and says when it is recorded. */
const recordIn = async (log: EventLog, stream = 'order-1'): Promise<string> => {
  const { recorded } = await log.forService('order').append([to(stream, 'any', anEvent())]);
  return recorded[0]!.recordedTime;
};

export const timing = ({ fresh, missing }: Subject): void => {
  itCan(missing.clock, 'finds the last position recorded before a moment', async () => {
    let now = start;
    const { log } = await fresh({ now: () => now });
    const store = log.forService('order');
    const at = (minutes: number) => store.positionAt(timeAt(minutes * minute));
    expect(await at(5)).toBe(0);
    const ends: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      now = start + n * minute;
      ends.push((await store.append([to(`order-${n}`, 0, ...someEvents(1 + (n % 3)))])).position);
    }
    expect(await at(0)).toBe(0);
    expect(await at(0.5)).toBe(ends[0]);
    for (let n = 1; n < 9; n += 1) expect(await at(n)).toBe(ends[n - 1]);
    expect(await at(60)).toBe(ends[8]);
  });

  it.each([
    ['ahead', day],
    ['behind', -day],
  ])('passes over nothing recorded from a moment on, where a clock was %s before', async (_, wrong) => {
    let now = start;
    const { log } = await fresh({ now: () => now });
    const store = log.forService('order');
    const ids: string[] = [];
    for (const offset of [0, minute, 2 * minute, wrong, wrong, 3 * minute, 4 * minute]) {
      now = start + offset;
      const event = anEvent();
      ids.push(event.id);
      await store.append([to('order-1', 'any', event)]);
    }
    for (const [index, from] of [
      [0, 0],
      [1, minute],
      [5, 3 * minute],
      [6, 4 * minute],
    ] as const) {
      const after = await store.positionAt(timeAt(from));
      expect(idsOf(await store.readAll(after, 100))).toEqual(expect.arrayContaining(ids.slice(index)));
    }
  });

  itCan(
    missing.clock,
    'records times that do not run backwards by as little as clocks differ, also after opening again',
    async () => {
      let now = start;
      const { log, reopen } = await fresh({ now: () => now });
      const recorded: string[] = [];
      for (const offset of [0, 5 * second, -55 * second, 2 * second, 9 * second]) {
        now = start + offset;
        recorded.push(await recordIn(log));
      }
      if (missing.reopen === undefined) {
        now = start;
        recorded.push(await recordIn(await reopen()));
      }
      const expected = [0, 5, 5, 5, 9, 9].map((offset) => timeAt(offset * second));
      expect(recorded).toEqual(expected.slice(0, recorded.length));
    },
  );

  itCan(
    missing.clock,
    'a clock that was wrong once does not pin the times of what is recorded later',
    async () => {
      let now = start + 3 * day;
      const { log, reopen } = await fresh({ now: () => now });
      expect(await recordIn(log)).toBe(timeAt(3 * day));
      now = start;
      expect(await recordIn(log)).toBe(timeAt(0));
      expect(await recordIn(log, 'order-2')).toBe(timeAt(0));
      now = start + 3 * day;
      expect(await recordIn(log, 'order-2')).toBe(timeAt(3 * day));
      now = start + second;
      const again = missing.reopen === undefined ? await reopen() : log;
      expect(await recordIn(again, 'order-1')).toBe(timeAt(second));
      expect(await recordIn(again, 'order-2')).toBe(timeAt(second));
      for await (const fault of again.verify()) expect(fault).toBeUndefined();
    },
  );

  itCan(
    missing.clock,
    'tells of a clock that is behind what is recorded, when it records and when it is opened',
    async () => {
      const told: (readonly [string, string])[] = [];
      let now = start + minute;
      const { log, reopen } = await fresh({
        now: () => now,
        onClockBehind: (...times) => void told.push(times),
      });
      await recordIn(log);
      now = start;
      await recordIn(log);
      now = start - 1;
      await recordIn(log);
      expect(told).toEqual([[timeAt(minute), timeAt(-1)]]);
      await recordIn(log);
      expect(told).toHaveLength(1);
      if (missing.reopen !== undefined) return;
      now = start - day;
      await reopen();
      expect(told.slice(1)).toEqual([[timeAt(-1), timeAt(-day)]]);
    },
  );
};
