import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Role } from '@tributary/contracts';
import { oneLine, tally } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import type { Target } from '../target.ts';
import { event, place } from '../trade.ts';

/** How long what a revoked key opened may go on, in milliseconds. */
const longestAfterwards = 3_000;

interface Issued {
  readonly key: string;
  readonly revoke: () => Promise<unknown>;
}

const issue = async ({ ask }: Target, role: Role): Promise<Issued> => {
  const { body } = await ask('/v1/keys', { json: { name: 'hostile, short-lived', role } });
  return { key: body.key, revoke: () => ask(`/v1/keys/${body.keyId}`, { method: 'DELETE' }) };
};

const openStream = ({ url }: Target, key: string, signal: AbortSignal): Promise<Response> =>
  fetch(`${url()}/v1/orders/live`, { headers: { authorization: `Bearer ${key}` }, signal });

/** Whether something comes to its end, however, while it still may. */
const endsInTime = (work: Promise<unknown>): Promise<boolean> => {
  const over = work.then(
    () => true,
    () => true,
  );
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), longestAfterwards);
  return Promise.race([over, late.promise]).finally(() => clearTimeout(timer));
};

const revokedStream = (target: Target): Attempt => ({
  request: 'GET /v1/orders/live with a key that is revoked meanwhile',
  must: `ends within ${longestAfterwards} ms, and the key opens nothing`,
  play: async () => {
    const { key, revoke } = await issue(target, 'csr');
    const leave = new AbortController();
    const page = await openStream(target, key, leave.signal);
    await revoke();
    const ended = await endsInTime(text(page.body!));
    leave.abort();
    const { status } = await target.ask('/v1/me', { key });
    return {
      held: page.status === 200 && ended && status === 401,
      answer: `${page.status}, ${ended ? 'ended' : 'goes on'}; GET /v1/me ${status}`,
    };
  },
});

const revokedImport = (target: Target): Attempt => ({
  request: 'POST /v1/connectors/cloudevents with a key that is revoked meanwhile',
  must: `ends within ${longestAfterwards} ms, its last line failed with 401`,
  play: async () => {
    const { key, revoke } = await issue(target, 'integrator');
    const answered = Promise.withResolvers<IncomingMessage>();
    const upload = request(
      `${target.url()}/v1/connectors/cloudevents`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
      },
      answered.resolve,
    );
    upload.on('error', answered.reject);
    // The file goes on: its end is never sent.
    for (let row = 0; row < 250; row += 1) {
      const counted = event('tributary.stock.counted.v1', {
        sku: `HOSTILE-${row}`,
        location: place,
        quantity: 1,
      });
      upload.write(`${JSON.stringify(counted)}\n`);
    }
    const answer = await answered.promise;
    await revoke();
    const whole = text(answer);
    const ended = await endsInTime(whole);
    upload.destroy();
    const last = (await whole.catch(() => '')).trimEnd().split('\n').at(-1)!;
    return {
      held: ended && /"kind":"failed"/.test(last) && /"status":401/.test(last),
      answer: oneLine(last),
    };
  },
});

const mostStreams = 20;

const manyStreams = (target: Target): Attempt => ({
  request: 'GET /v1/orders/live: 50 at once with one key',
  must: `${mostStreams} × 200, 30 × 429, another key let in meanwhile, and this one again once they are left`,
  play: async () => {
    const [one, other] = [await issue(target, 'associate'), await issue(target, 'associate')];
    const leave = new AbortController();
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => openStream(target, one.key, leave.signal)),
    );
    const neighbour = await openStream(target, other.key, leave.signal);
    leave.abort();
    const again = await reopened(target, one.key);
    await Promise.all([one.revoke(), other.revoke()]);
    const told = tally(streams);
    return {
      held: told === `${mostStreams} × 200, ${50 - mostStreams} × 429` && neighbour.status === 200 && again,
      answer: `${told}; another key ${neighbour.status}; ${again ? 'let in again' : 'not let in again'}`,
    };
  },
});

/** That its streams were left is known to the platform a moment later. */
const reopened = async (target: Target, key: string): Promise<boolean> => {
  const end = performance.now() + longestAfterwards;
  while (performance.now() < end) {
    const leave = new AbortController();
    const { status } = await openStream(target, key, leave.signal);
    leave.abort();
    if (status === 200) return true;
  }
  return false;
};

/** Keys that are worth nothing any more, and one that is used for too much. */
export const keysKind: Kind = {
  name: 'keys',
  harmless: false,
  attempts: (target) =>
    Promise.resolve([revokedStream, revokedImport, manyStreams].map((attempt) => attempt(target))),
};
