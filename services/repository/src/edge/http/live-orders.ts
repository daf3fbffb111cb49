import type { ServerResponse } from 'node:http';
import { type OrderState, stateTopics } from '@tributary/contracts';
import type { EventBus } from '@tributary/event-bus';
import { assertRoomFor } from '@tributary/http';

/** Most listeners at once; past this a newcomer is told to come back. */
const maxListeners = 200;
/** Most of them with one key: one page that opens streams without closing them leaves room for all others. */
export const maxListenersOfKey = 20;
/** Bytes a slow listener may be behind before it is cut off; it will reconnect and read the current state. */
const maxBuffered = 1024 * 1024;
/** Most orders named in one round; a listener that sees a gap reads the list again anyway. */
const maxNamed = 500;
const heartbeat = 15_000;

/** Tells open pages which orders changed, as server-sent events (WHATWG HTML, section 9.2). */
export class LiveOrders {
  readonly collections = [];
  /** Each with the id of its key. */
  private readonly listeners = new Map<ServerResponse, string>();
  private readonly beating = setInterval(() => this.send(': still here\n\n'), heartbeat);

  constructor() {
    this.beating.unref();
  }

  /**
   * To be asked before an answer is taken over.
   * @throws Problem 429 `too-many-streams` this key has its share, 503 `too-many-listeners` there is no room for anybody
   */
  assertRoomFor(keyId: string): void {
    assertRoomFor(keyId, [...this.listeners.values()], {
      most: maxListeners,
      mostOfKey: maxListenersOfKey,
      called: 'live streams',
      full: 'Too many pages listen already',
    });
  }

  /** @param keyId of the key it was opened with */
  listen(response: ServerResponse, keyId: string): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    this.listeners.set(response, keyId);
    response.on('close', () => this.listeners.delete(response));
  }

  /** Follows from now on what all processes publish. */
  async start(bus: Pick<EventBus, 'broadcast'>): Promise<void> {
    await bus.broadcast({
      topics: [stateTopics.orders],
      from: 'now',
      handle: (messages) => {
        this.changed(messages.flatMap(({ event }) => (event.data as OrderState | null) ?? []));
        return Promise.resolve();
      },
    });
  }

  changed(orders: readonly OrderState[]): void {
    if (this.listeners.size === 0) return;
    this.send(
      orders
        .slice(0, maxNamed)
        .map(
          ({ orderId, channel, status, rev }) =>
            `event: order\ndata: ${JSON.stringify({ orderId, channel, status, rev })}\n\n`,
        )
        .join(''),
    );
  }

  close(): void {
    clearInterval(this.beating);
    for (const listener of this.listeners.keys()) listener.end();
  }

  private send(text: string): void {
    if (text === '') return;
    for (const listener of this.listeners.keys()) {
      if (listener.writableLength > maxBuffered) listener.destroy();
      else listener.write(text);
    }
  }
}
