import { tally } from '../answer.ts';
import { bomb } from '../compressed.ts';
import type { Attempt, Kind } from '../kind.ts';
import { longestForOthers, slowestMeanwhile } from '../meanwhile.ts';
import { head, sendRaw } from '../raw-socket.ts';
import type { Target } from '../target.ts';

const bombsAtOnce = (target: Target, key: string): Attempt => ({
  request: 'POST /v1/events: 40 gzip bombs of 200 MB at once',
  must: `each 413 or 503, and others answered within ${longestForOthers(target)} ms`,
  play: async () => {
    const raw = bomb();
    const sent = Promise.all(
      Array.from({ length: 40 }, () =>
        target.ask('/v1/events', { key, raw, headers: { 'content-encoding': 'gzip' } }),
      ),
    );
    const slowest = await slowestMeanwhile(target, sent);
    const answers = await sent;
    return {
      held:
        answers.every(({ status }) => status === 413 || status === 503) &&
        slowest <= longestForOthers(target),
      answer: `${tally(answers)}; others waited ${Math.round(slowest)} ms at most`,
    };
  },
});

const slowBodies = (target: Target, key: string): Attempt => ({
  request: 'POST /v1/events: 300 bodies of which one byte comes',
  must: `others answered within ${longestForOthers(target)} ms`,
  play: async () => {
    const sent = head('POST', '/v1/events', {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': 1_000_000,
    });
    const open = Promise.all(
      Array.from({ length: 300 }, () => sendRaw(target.url(), `${sent}{`, { longest: 1_500 })),
    );
    const slowest = await slowestMeanwhile(target, open);
    return {
      held: slowest <= longestForOthers(target),
      answer: `others waited ${Math.round(slowest)} ms at most`,
    };
  },
});

/** So many bodies at once that others would have to wait, were they all taken in. */
export const heavyBodiesKind: Kind = {
  name: 'heavy bodies',
  harmless: false,
  attempts: async (target) => {
    const key = await target.keyOf('integrator');
    return [bombsAtOnce(target, key), slowBodies(target, key)];
  },
};
