import { until } from '@tributary/testing/cluster';
import { oneLine } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import type { OwnPlatform, Target } from '../target.ts';
import { allOf, captured, stock } from '../trade.ts';

const sku = 'HOSTILE-CRASH';
const clients = 4;

/** What a client was promised: recorded, under this name. */
interface Acknowledged {
  readonly orders: Set<string>;
  readonly quarantined: Set<string>;
}

interface Taken {
  readonly status: string;
  readonly messageId: string;
}

/** Publishes batches of good and bad events, as fast as it is answered, until the platform goes away. */
const publishUntilGone = async (
  { ask }: Target,
  key: string,
  name: string,
  { orders, quarantined }: Acknowledged,
): Promise<void> => {
  for (let count = 0; ; count += 1) {
    const numbers = [0, 1, 2].map((index) => `${name}-${count}-${index}`);
    const bad = { ...captured(`${name}-bad`, sku), data: { bad: `${name}-${count}` } };
    const batch = [...numbers.map((number) => captured(number, sku)), bad];
    const answer = await ask('/v1/events', { key, json: batch }).catch(() => undefined);
    if (!answer) return;
    const results: readonly Taken[] = answer.body?.results ?? [];
    for (const [index, { status, messageId }] of results.entries()) {
      if (status === 'quarantined') quarantined.add(messageId);
      else orders.add(`web.${numbers[index]}`);
    }
  }
};

const lostOf = (promised: ReadonlySet<string>, there: readonly string[]): number => {
  const found = new Set(there);
  return [...promised].filter((name) => !found.has(name)).length;
};

const killedUnderLoad = (target: Target, own: OwnPlatform, key: string): Attempt => {
  const rounds = target.short ? 2 : 6;
  return {
    request: `kill -9 under load, ${rounds} times, and a start after each`,
    must: 'all that was acknowledged is there',
    play: async () => {
      const acknowledged: Acknowledged = { orders: new Set(), quarantined: new Set() };
      for (let round = 1; round <= rounds; round += 1) {
        const enough = acknowledged.orders.size + 30 * round;
        const publishing = Array.from({ length: clients }, (_, client) =>
          publishUntilGone(target, key, `crash-${round}-${client}`, acknowledged),
        );
        await until('enough is acknowledged', () => acknowledged.orders.size >= enough);
        await own.crash();
        await Promise.all(publishing);
      }
      await target.settled();
      const orders = await allOf(target, '/v1/orders');
      const kept = await allOf(target, '/v1/inbox');
      const lost = lostOf(
        acknowledged.orders,
        orders.map(({ orderId }) => orderId),
      );
      const lostBad = lostOf(
        acknowledged.quarantined,
        kept.map(({ messageId }) => messageId),
      );
      return {
        held: lost === 0 && lostBad === 0,
        answer: `${acknowledged.orders.size} orders and ${acknowledged.quarantined.size} quarantined acknowledged; ${lost} and ${lostBad} of them lost`,
      };
    },
  };
};

const verified = (own: OwnPlatform): Attempt => ({
  request: 'tributary verify, over all that was played',
  must: '0 violations',
  play: async () => {
    const { code, output } = await own.verify();
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    return { held: code === 0 && / 0 violations$/.test(last), answer: oneLine(last) };
  },
});

/** The power goes, and comes back. */
export const crashKind: Kind = {
  name: 'crash',
  harmless: false,
  attempts: async (target) => {
    if (!target.own) return [];
    const key = await target.keyOf('integrator');
    await stock(target, sku, 1_000_000);
    return [killedUnderLoad(target, target.own, key), verified(target.own)];
  },
};
