import { createTributary } from '@tributary/client';
import { Unreachable } from '../api/problem.ts';
import type { Message } from '../sample/message.ts';
import { liveEdition, tradeOn } from './live-trading.ts';

/** A platform that keeps what it is sent, is away for some of the calls, and serves all from one warehouse. */
const platform = (away: (call: number) => boolean) => {
  const taken = new Map<string, Message>();
  let calls = 0;
  const lines = [{ lineId: '1', sku: 'LGT-101-BLA', quantity: 1 }];
  const fulfilments = [{ fulfilmentId: 'S1-WH-VENLO', location: 'WH-VENLO', method: 'ship', lines }];
  const answer = async (request: Request): Promise<Response> => {
    if (request.method === 'GET') return Response.json({ fulfilments });
    calls += 1;
    if (away(calls)) throw new Unreachable('Nobody there.');
    const messages = (await request.json()) as Message[];
    for (const message of messages) taken.set(message.id, message);
    return Response.json({ results: messages.map(() => ({ status: 'accepted' })) }, { status: 202 });
  };
  return { client: createTributary({ url: 'http://platform', key: 'feed', fetch: answer }), taken };
};

const untilTaken = async (taken: ReadonlyMap<string, Message>, type: string, stop: AbortController) => {
  while (![...taken.values()].some((message) => message.type === type)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  stop.abort();
};

describe('Live trading', () => {
  it('numbers the orders of each run on their own', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(liveEdition(1, now).label).not.toBe(liveEdition(1, now + 1_000).label);
  });

  it('goes on after the platform was away, and loses nothing', async () => {
    const { client, taken } = platform((call) => call > 1 && call < 6);
    const stop = new AbortController();
    // Twenty orders are due at once, so that some are accepted by a location soon.
    const trading = tradeOn(client, { seed: 1, rate: 4, startedAt: Date.now() - 5_000, signal: stop.signal });
    await untilTaken(taken, 'tributary.fulfilment.accepted.v1', stop);
    await trading;
    const numbers = [...taken.values()]
      .filter(({ type }) => type === 'tributary.order.captured.v1' || type === 'tributary.sale.recorded.v1')
      .map(({ data }) => Number(/(\d+)$/.exec((data as { number: string }).number)![1]) % 10_000);
    expect(numbers.length).toBeGreaterThanOrEqual(20);
    // Numbers within a channel follow the index of the order: none is missing.
    expect(new Set(numbers).size).toBe(Math.max(...numbers));
  });
});
