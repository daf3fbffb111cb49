import { createParser } from 'eventsource-parser';
import type { OrderSummary } from '../api/orders.ts';
import { type ApiProblem, problemFrom } from '../api/problem.ts';
import { platform } from '../reach/platform.ts';
import { backoff } from './backoff.ts';

/** An order changed; `rev` grows with each change. */
export type OrderChange = Pick<OrderSummary, 'orderId' | 'channel' | 'status' | 'rev'>;

export type LiveState = 'connecting' | 'live' | 'retrying' | 'paused';

export interface LiveListener {
  readonly changed: (change: OrderChange) => void;
  readonly state: (state: LiveState) => void;
  /** Told why: nobody is signed in any more. */
  readonly unauthorised: (why: ApiProblem) => void;
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

const readStream = async (body: ReadableStream<Uint8Array>, listener: LiveListener): Promise<void> => {
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === 'order') listener.changed(JSON.parse(data) as OrderChange);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parser.feed(decoder.decode(part.value, { stream: true }));
  }
};

const connect = async (listener: LiveListener, signal: AbortSignal): Promise<void> => {
  const headers = { accept: 'text/event-stream' };
  const response = await fetch('/v1/orders/live', {
    headers,
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
  });
  if (response.status === 401) return listener.unauthorised(await problemFrom(response));
  if (!response.ok || response.body === null) throw await problemFrom(response);
  listener.state('live');
  await readStream(response.body, listener);
};

/** Follows changes of orders until aborted, reconnecting with backoff. Never rejects. */
export const followOrders = async (listener: LiveListener, signal: AbortSignal): Promise<void> => {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const began = Date.now();
    // Every failure leads to the same retry, and the indicator shows it; only its state is worth telling.
    await connect(listener, signal).catch(() => undefined);
    if (signal.aborted) return;
    platform.missed();
    listener.state('retrying');
    if (Date.now() - began > 10_000) attempt = 0;
    await pause(backoff(attempt, Math.random()), signal);
  }
};
