import { jest } from '@jest/globals';
import { openSqliteEventLog } from '@tributary/event-store/sqlite';
import { openLogBus } from './index.ts';

const type = 'tributary.order.cancelled.v1';

describe('The places of message groups', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  it('are kept one after the other: an earlier one that takes long puts nothing back', async () => {
    const log = openSqliteEventLog(':memory:');
    let [kept, atOnce, most] = [0, 0, 0];
    const answers: (() => void)[] = [];
    let saved = 0;
    const checkpoints = {
      load: () => undefined,
      save: (_: string, position: number) => void (saved = position),
      flush: async () => {
        const position = saved;
        most = Math.max(most, (atOnce += 1));
        await new Promise<void>((resolve) => answers.push(resolve));
        atOnce -= 1;
        kept = position;
      },
    };
    const bus = openLogBus({ log, checkpoints });
    await bus.subscribe({
      kind: 'message',
      group: 'slow',
      topics: ['tributary.order.v1'],
      handle: () => Promise.resolve(),
    });
    const publish = (id: string) =>
      log.forService('order').append([
        {
          stream: 'a',
          expectedVersion: 'any',
          events: [{ id, type, time: '2026-03-02T12:00:00.000Z', data: {}, metadata: { source: 'test' } }],
        },
      ]);
    const asked = async (times: number) => {
      while (answers.length < times) await jest.advanceTimersByTimeAsync(50);
    };
    await publish('00000000-0000-8000-8000-000000000001');
    await asked(1);
    await publish('00000000-0000-8000-8000-000000000002');
    // Long enough for the next to be due.
    await jest.advanceTimersByTimeAsync(600);
    answers[0]!();
    await asked(2);
    answers[1]!();
    const closing = bus.close();
    await asked(3);
    answers[2]!();
    await closing;
    expect(most).toBe(1);
    expect(kept).toBe(2);
    await log.close();
  });
});
