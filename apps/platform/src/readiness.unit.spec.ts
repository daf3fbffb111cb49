import type { GroupStatus } from '@tributary/event-bus';
import { type Watched, readinessOf } from './readiness.ts';

const group = (name: string, lag: number, following = true): GroupStatus => ({
  group: name,
  lag,
  position: 1,
  parked: 0,
  following,
});

const watching = (more: Partial<Watched> = {}, ...groups: readonly GroupStatus[]) =>
  readinessOf({
    bus: { refresh: () => Promise.resolve(), status: () => groups },
    logs: { parts: [] },
    readStores: { answer: () => Promise.resolve() },
    waiting: { names: [] },
    mostLag: 100,
    ...more,
  });

describe('A process', () => {
  it('is ready once its groups have caught up and wait for nothing', async () => {
    expect(await watching({}, group('order', 100)).now()).toEqual({ status: 'ready' });
  });

  it('is not while a group waits for a store that answers and takes nothing', async () => {
    expect(await watching({ waiting: { names: ['order-page'] } }, group('order-page', 3)).now()).toEqual({
      status: 'away',
      waiting: ['order-page'],
    });
  });

  it('is not while an engine does not answer, a group catches up or is far behind, or it stops', async () => {
    const readStores = { answer: () => Promise.reject(new Error('no')) };
    expect(await watching({ readStores }, group('order', 0)).now()).toEqual({
      status: 'away',
      away: ['the read store'],
    });
    expect(await watching({}, group('order', 7, false)).now()).toEqual({
      status: 'catching-up',
      behind: [{ group: 'order', lag: 7 }],
    });
    expect(await watching({}, group('order', 101)).now()).toMatchObject({ status: 'behind' });
    const stopping = watching({}, group('order', 0));
    stopping.stop();
    expect(await stopping.now()).toEqual({ status: 'stopping' });
  });
});
