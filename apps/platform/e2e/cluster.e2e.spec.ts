import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@tributary/testing';
import { describeOnEngine } from '@tributary/testing/engines';
import { disturb } from './disturbances.ts';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { runProgram } from './programs.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

/** The whole: 20,000 orders and two minutes; short by default. */
const orderCount = Number(process.env['TRIBUTARY_E2E_ORDERS'] ?? 300);
const disturbedFor = Number(process.env['TRIBUTARY_E2E_DISTURBED'] ?? 10) * 1_000;
const seed = Number(process.env['TRIBUTARY_E2E_SEED'] ?? Date.now() % 1_000_000);

/** Of the test that disturbs, in milliseconds. */
const longest = 600_000 + orderCount * 90;
const callers = 24;
const patience = 20_000;
const hotSkus = ['HOT-1', 'HOT-2', 'HOT-3'];
const decided = ['allocated', 'backordered', 'cancelled', 'rejected'];

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
const chanceOf = (from: number) => () => {
  from = (from + 0x6d2b79f5) | 0;
  let mixed = Math.imul(from ^ (from >>> 15), 1 | from);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

whenBuilt('The services apart, two processes of each', () => {
  describeOnEngine(process.env['KURRENTDB_URL'] ? 'kurrentdb' : 'postgres', (eventStore) => {
    describeOnEngine('mongodb', (mongodb) => {
      describeOnEngine('kafka', (kafka) => {
        let platform: PlatformUnderTest;
        let doors: readonly string[];

        beforeAll(async () => {
          const servers = { eventStore: eventStore(), readStore: mongodb(), bus: `kafka://${kafka()}` };
          platform = new PlatformUnderTest({}, { gateways: 2, each: 2 }, servers);
          await platform.start();
          doors = platform.cluster!.gateways.map(({ url }) => url);
          await openNetwork(platform);
        });
        afterAll(() => platform?.remove());

        /** Asks at a door, as a client of its own that knows no other. */
        const askAt = async (door: string, path: string, init: RequestInit & { key?: string } = {}) => {
          const { key, headers, ...more } = init;
          const authorization = `Bearer ${key ?? (await platform.keyOf('admin'))}`;
          const typed = more.body !== undefined && { 'content-type': 'application/json' };
          const all = { authorization, ...typed, ...(headers as object) };
          return fetch(door + path, { signal: AbortSignal.timeout(patience), ...more, headers: all });
        };

        it('sell the last 50 units to exactly 50 of 200 buyers at two doors', async () => {
          await stock(platform, 'LAST', { 'dc-1': 30, 'store-1': 20 });
          const answers = await Promise.all(
            Array.from({ length: 200 }, async (_, index) => {
              const order = webOrder(`last-${index}`, { lines: [line('LAST')], whenShort: 'reject' });
              const init = {
                method: 'POST',
                body: JSON.stringify(order),
                signal: AbortSignal.timeout(60_000),
              };
              const answer = await askAt(doors[index % 2]!, '/v1/orders?wait=sourced', init);
              return [answer.status, ((await answer.json()) as { status: unknown }).status];
            }),
          );
          // So many processes on one machine may take longer than a buyer waits: those read it later.
          const isDecided = ([, order]: readonly unknown[]) => order !== 'placed';
          const count = (status: number) =>
            answers.filter((each) => each[0] === status && isDecided(each)).length;
          const open = answers.filter((each) => !isDecided(each)).length;
          expect(count(201) + count(409) + open).toBe(200);
          if (open === 0) expect([count(201), count(409)]).toEqual([50, 150]);
          await platform.settled();
          const { items } = (await platform.get('/v1/orders?sku=LAST&limit=200')).body as {
            items: readonly { status: string }[];
          };
          const are = (status: string) => items.filter((order) => order.status === status).length;
          expect([are('allocated'), are('rejected')]).toEqual([50, 150]);
          const positions = await platform.stockOf('LAST');
          expect(positions.map(({ onHand, reserved }) => onHand - reserved)).toEqual([0, 0]);
        });

        it('refuse a key within a second of its being revoked at the other door', async () => {
          const [here, there] = doors as [string, string];
          const issued = await askAt(here, '/v1/keys', {
            method: 'POST',
            body: JSON.stringify({ name: 'till', role: 'ops' }),
          });
          const { keyId, key } = (await issued.json()) as { keyId: string; key: string };
          const status = async () => (await askAt(there, '/v1/consumers', { key })).status;
          await until('the other door knows the key', async () => (await status()) === 200);
          const revoked = await askAt(here, `/v1/keys/${keyId}`, { method: 'DELETE' });
          expect(revoked.status).toBeLessThan(300);
          const since = performance.now();
          await until('the other door refuses it', async () => (await status()) === 401);
          expect(performance.now() - since).toBeLessThan(1_500);
        });

        it('answer 401 to whoever is not sent by a gateway', async () => {
          for (const { service, url } of platform.cluster!.replicas) {
            if (service === 'gateway') continue;
            const admin = await askAt(url, '/v1/orders');
            const stranger = await fetch(`${url}/v1/running/groups`);
            expect([service, admin.status, stranger.status]).toEqual([service, 401, 401]);
          }
        });

        it('are verified while they run, and go on with read models that were built anew beside them', async () => {
          // More than can be ordered however long it takes: who is slow must not run out of them.
          const plenty = 1_000_000;
          await stock(platform, 'MUG', { 'dc-1': plenty });
          const enough = new AbortController();
          let placed = 0;
          const placing = (async () => {
            for (; !enough.signal.aborted; placed += 1) {
              const order = webOrder(`mug-${placed}`, { lines: [line('MUG')] });
              await platform.publish(event('tributary.order.captured.v1', order));
            }
          })();
          await runProgram('rebuild', platform).finally(() => enough.abort());
          await placing;
          await platform.settled();
          const { body } = await platform.get(`/v1/orders/web.mug-${placed - 1}`);
          expect(body).toMatchObject({ status: 'allocated' });
          expect(await platform.stockOf('MUG')).toMatchObject([{ onHand: plenty, reserved: placed }]);
          const verified = await runProgram('verify', platform);
          expect(verified).toContain('holds   read-model-is-a-fold');
          expect(verified).toContain(' 0 messages still to be handled, 0 violations');
        });

        it(
          `lose nothing and promise nothing twice while processes are killed and paused (seed ${seed})`,
          async () => {
            const chance = chanceOf(seed);
            for (const sku of hotSkus)
              await stock(platform, sku, {
                'dc-1': Math.ceil(orderCount / 6),
                'store-1': Math.ceil(orderCount / 12),
              });
            const enough = AbortSignal.timeout(disturbedFor);
            const disturbing = disturb(platform.cluster!, enough, chance);

            /** Until it is answered as it should be, however often processes go away meanwhile. */
            const tell = async (path: string, body: unknown, key?: string): Promise<void> => {
              const init = {
                method: 'POST',
                body: JSON.stringify(body),
                ...(key !== undefined && { headers: { 'idempotency-key': key } }),
              };
              for (;;) {
                const door = doors[Math.floor(chance() * doors.length)]!;
                const answer = await askAt(door, path, init).catch(() => undefined);
                if (answer && answer.status < 300) return;
                if (answer && answer.status < 500)
                  throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
                await delay(100);
              }
            };
            const cancelled = new Set<string>();
            let next = 0;
            const caller = async (): Promise<void> => {
              while (next < orderCount || !enough.aborted) {
                const number = `hot-${next}`;
                next += 1;
                const lines = [line(hotSkus[Math.floor(chance() * hotSkus.length)]!)];
                const order = webOrder(number, { lines });
                if (chance() < 0.5) await tell('/v1/events', event('tributary.order.captured.v1', order));
                else await tell('/v1/orders', order, number);
                if (chance() > 0.15) continue;
                cancelled.add(number);
                const cancel = { orderId: `web.${number}` };
                await tell('/v1/events', event('tributary.order.cancel-requested.v1', cancel));
              }
            };
            await Promise.all(Array.from({ length: callers }, caller));
            const { told } = await disturbing;
            expect(told.length).toBeGreaterThan(disturbedFor / 2_000);

            await platform.settled(300_000);
            const orders = new Map<string, string>();
            for (let cursor = ''; ;) {
              const { body } = await platform.get(`/v1/orders?limit=200${cursor}`);
              for (const { orderId, status } of body.items as Json[]) orders.set(orderId, status);
              if (!body.next) break;
              cursor = `&cursor=${encodeURIComponent(body.next)}`;
            }
            const hot = Array.from({ length: next }, (_, index) => `hot-${index}`);
            const undecided = hot
              .map((number) => ({ number, status: orders.get(`web.${number}`) }))
              .filter(({ number, status }) =>
                cancelled.has(number) ? status !== 'cancelled' : !decided.includes(status ?? ''),
              );
            expect(undecided).toEqual([]);
            expect((await platform.get('/v1/inbox?state=quarantined')).body.items).toEqual([]);

            await platform.end('SIGTERM');
            const verified = await runProgram('verify', platform);
            expect(verified).toContain(' 0 messages still to be handled, 0 violations');
            expect(verified).toContain('holds   orders-hold-what-is-reserved');
          },
          longest,
        );
      });
    });
  });
});
