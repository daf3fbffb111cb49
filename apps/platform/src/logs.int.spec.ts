import { jest } from '@jest/globals';
import { type Coordination, StoreUnavailable } from '@tributary/event-store';
import { type SharedLog, logsOnServer } from './logs.ts';

/** Work is begun just as nobody wants it any more. */
const late: Coordination['alone'] = async (_, signal, work) => {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await work(signal);
};

describe('A platform that is to run alone on a server', () => {
  afterEach(() => void jest.useRealTimers());

  it('gives up in time where another runs there, also when its lease comes just then', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const closed = jest.fn(() => Promise.resolve());
    const log = { epoch: 'e', coordination: { alone: late }, close: closed } as unknown as SharedLog;
    const opening = logsOnServer(() => Promise.resolve(log));
    const refused = expect(opening).rejects.toThrow(StoreUnavailable);
    await new Promise(setImmediate);
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
    expect(closed).toHaveBeenCalled();
  });
});
