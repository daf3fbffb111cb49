import { describe, expect, it } from '@jest/globals';
import type { Coordination, RecordedEvent } from '@tributary/event-store';
import { startRelay } from './relay.ts';

const event: RecordedEvent = {
  id: 'e-3',
  type: 'tributary.order.placed.v2',
  time: '2026-03-02T12:00:00.000Z',
  data: { orderId: 'web.1' },
  metadata: { source: 'tributary/order' },
  position: 3,
  stream: 'order/order-web.1',
  version: 1,
  recordedTime: '2026-03-02T12:00:00.000Z',
};

/** Positions as the port promises them. */
class Positions implements Pick<Coordination, 'position' | 'savePosition' | 'advancePosition'> {
  stored = 0;
  position = () => Promise.resolve(this.stored);
  savePosition = (_: string, position: number) => Promise.resolve(void (this.stored = position));
  advancePosition = (_: string, position: number) =>
    Promise.resolve(void (this.stored = Math.max(this.stored, position)));
}

/** A log that ends with the event, until who follows it leaves. */
const log = {
  all: {
    head: () => Promise.resolve(event.position),
    async *follow(after: number, signal: AbortSignal) {
      if (after < event.position) yield [event];
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    },
  },
};

describe('A relay that slept while another took over', () => {
  it('does not put back the position that the other one has come to', async () => {
    const positions = new Positions();
    const told = Promise.withResolvers<number>();
    const relay = startRelay({
      log: log as never,
      epoch: 'first',
      coordination: {
        alone: (_name, signal, work) => work(signal),
        position: positions.position,
        savePosition: positions.savePosition,
        advancePosition: positions.advancePosition,
      },
      // While this one stands still with what it has sent, the other one publishes all of it and more.
      producer: { publish: () => positions.savePosition('relay', 10) } as never,
      namespace: 'spec.',
      partitions: 1,
      name: 'relay',
      onPublished: told.resolve,
    });
    expect(await told.promise).toBe(3);
    expect(positions.stored).toBe(10);
    await relay.close();
  });
});
