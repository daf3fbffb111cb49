import { type Answer, tally } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import type { Target } from '../target.ts';
import { captured, order, placedOf, reservedOf, stock } from '../trade.ts';

const times = (count: number, make: (index: number) => Promise<Answer>): Promise<readonly Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

const units = 50;

const lastUnits = (target: Target, key: string): Attempt => {
  const buyers = target.short ? 200 : 2_000;
  return {
    request: `POST /v1/orders: ${buyers} buyers at once for the last ${units} units`,
    must: `${units} sold, none of them twice, and everybody else told`,
    play: async () => {
      await stock(target, 'HOSTILE-LAST', units);
      const answers = await times(buyers, (index) =>
        target.ask('/v1/orders?wait=sourced', {
          key,
          json: order(`last-${index}`, 'HOSTILE-LAST', { whenShort: 'reject' }),
        }),
      );
      await target.settled();
      const reserved = await reservedOf(target, 'HOSTILE-LAST');
      const sold = answers.filter(({ body }) => body?.status === 'allocated').length;
      // Whoever was asked to come later, or is told that it goes on, is told as well.
      const told = answers.every(({ status }) => [201, 202, 409, 429].includes(status));
      return {
        held: reserved === units && sold <= units && told,
        answer: `${tally(answers)}; ${sold} told that it is theirs, ${reserved} reserved`,
      };
    },
  };
};

const sameMessage = (target: Target, key: string): Attempt => ({
  request: 'POST /v1/events: the same message under the same id, 100 times at once',
  must: 'accepted once, known 99 times, placed once',
  play: async () => {
    const json = captured('same-message', 'HOSTILE-MUCH');
    const answers = await times(100, () => target.ask('/v1/events', { key, json }));
    await target.settled();
    const said = answers.map(({ body }) => body?.results?.[0]?.status);
    const accepted = said.filter((status) => status === 'accepted').length;
    const known = said.filter((status) => status === 'duplicate').length;
    const placed = await placedOf(target, 'web.same-message');
    return {
      held: accepted === 1 && known === 99 && placed === 1,
      answer: `${tally(answers)}; accepted ${accepted}, known ${known}, placed ${placed}`,
    };
  },
});

const sameIdempotencyKey = (target: Target, key: string): Attempt => ({
  request: 'POST /v1/orders: one order under one idempotency-key, 100 times at once',
  must: 'all get the same answer, placed once',
  play: async () => {
    const answers = await times(100, () =>
      target.ask('/v1/orders?wait=sourced', {
        key,
        json: order('same-key', 'HOSTILE-MUCH'),
        headers: { 'idempotency-key': 'hostile-same' },
      }),
    );
    await target.settled();
    const different = new Set(answers.map(({ text }) => text)).size;
    const placed = await placedOf(target, 'web.same-key');
    return {
      held: answers.every(({ status }) => status === 201) && different === 1 && placed === 1,
      answer: `${tally(answers)}; ${different} different answers, placed ${placed}`,
    };
  },
});

const sameNumber = (target: Target, key: string): Attempt => ({
  request: 'POST /v1/orders: one number under 100 idempotency-keys at once',
  must: 'one 201, 99 × 409, placed once',
  play: async () => {
    const answers = await times(100, (index) =>
      target.ask('/v1/orders?wait=sourced', {
        key,
        json: order('same-number', 'HOSTILE-MUCH'),
        headers: { 'idempotency-key': `hostile-number-${index}` },
      }),
    );
    await target.settled();
    const placed = await placedOf(target, 'web.same-number');
    const told = tally(answers);
    return { held: told === '1 × 201, 99 × 409' && placed === 1, answer: `${told}; placed ${placed}` };
  },
});

/** Everybody wants the same at the same moment. */
export const floodsKind: Kind = {
  name: 'floods',
  harmless: false,
  attempts: async (target) => {
    const key = await target.keyOf('integrator');
    await stock(target, 'HOSTILE-MUCH', 10_000);
    return [lastUnits, sameMessage, sameIdempotencyKey, sameNumber].map((attempt) => attempt(target, key));
  },
};
