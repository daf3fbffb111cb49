import { mustBe, shown } from '../answer.ts';
import type { Attempt, Kind } from '../kind.ts';
import { head, sendRaw, shownRaw } from '../raw-socket.ts';
import type { Target } from '../target.ts';
import { captured, order, stock } from '../trade.ts';

const sku = 'HOSTILE-IDS';

const quarantined = ({ ask }: Target, key: string, what: string, change: object, code: string): Attempt => ({
  request: `POST /v1/events: ${what}`,
  must: `422 ${code}`,
  play: async () =>
    mustBe(await ask('/v1/events', { key, json: { ...captured('ids', sku), ...change } }), [422], code),
});

const reusedId = ({ ask, settled }: Target, key: string): Attempt => ({
  request: 'POST /v1/events: an id that is known, with other content',
  must: '422 id-reused, and the first message stays',
  play: async () => {
    const first = captured('reused-1', sku);
    await ask('/v1/events', { key, json: first });
    const second = await ask('/v1/events', { key, json: { ...captured('reused-2', sku), id: first.id } });
    await settled();
    const kept = await ask('/v1/orders/web.reused-1', { key });
    const other = await ask('/v1/orders/web.reused-2', { key });
    const { held } = mustBe(second, [422], 'id-reused');
    return {
      held: held && kept.status === 200 && other.status === 404,
      answer: `${shown(second)}; the first order ${kept.status}, the other ${other.status}`,
    };
  },
});

const reusedKey = ({ ask }: Target, key: string): Attempt => ({
  request: 'POST /v1/orders: an idempotency-key that is known, with another order',
  must: '422 idempotency-key-reused, and nothing placed',
  play: async () => {
    const headers = { 'idempotency-key': 'hostile-reused' };
    await ask('/v1/orders?wait=sourced', { key, json: order('key-1', sku), headers });
    const second = await ask('/v1/orders?wait=sourced', { key, json: order('key-2', sku), headers });
    const other = await ask('/v1/orders/web.key-2', { key });
    const { held, answer } = mustBe(second, [422], 'idempotency-key-reused');
    return { held: held && other.status === 404, answer: `${answer}; the other order ${other.status}` };
  },
});

/** As an order number each is only a name. */
const numbers = [
  '../../keys',
  '/etc/passwd',
  '..%2fkeys',
  '#?&=',
  '.;a=1',
  `1'; DROP TABLE orders; --`,
  '__proto__',
];

const strangeNumber = ({ ask, settled }: Target, key: string, number: string): Attempt => ({
  request: `an order with the number ${number}`,
  must: 'is found under its own address, and is only a name',
  play: async () => {
    await ask('/v1/events', { key, json: captured(number, sku) });
    await settled();
    const answer = await ask(`/v1/orders/${encodeURIComponent(`web.${number}`)}`, { key });
    return { held: answer.status === 200 && answer.body?.number === number, answer: shown(answer) };
  },
});

const paths = [
  '/v1/orders/..%2f..%2fkeys',
  '/v1/orders/../keys',
  '/v1/orders/%2e%2e/keys',
  '/v1/orders/web.%00',
  '/v1/orders/%ff%fe',
  '/assets/..%2f..%2fpackage.json',
  '/docs/%2e%2e/%2e%2e/package.json',
  '/../../../../etc/passwd',
  '/%c0%ae%c0%ae/',
];

/** Keys, the files of this machine, and what is in the repository. */
const secrets = /"keyId"|root:x:|"dependencies"/;

const strangePath = ({ url }: Target, key: string, path: string): Attempt => ({
  request: `GET ${path}`,
  must: '400, 403, 404 or the page of the console, no key and no file of this machine',
  play: async () => {
    const bytes = head('GET', path, { authorization: `Bearer ${key}`, connection: 'close' });
    const heard = await sendRaw(url(), bytes, { answers: 2 });
    const status = heard.statuses[0] ?? 0;
    return {
      held: [200, 400, 403, 404].includes(status) && !secrets.test(heard.text),
      answer: shownRaw(heard),
    };
  },
});

/** Names that were chosen to be taken for something else. */
export const idsKind: Kind = {
  name: 'ids',
  harmless: false,
  attempts: async (target) => {
    const key = await target.keyOf('integrator');
    await stock(target, sku, 1_000);
    return [
      quarantined(target, key, 'a source of our own', { source: 'tributary/order' }, 'invalid-data'),
      quarantined(
        target,
        key,
        'a fact only a service may record',
        { type: 'tributary.order.allocated.v1' },
        'unknown-type',
      ),
      quarantined(
        target,
        key,
        'a key only the gateway may issue',
        { type: 'tributary.key.issued.v1' },
        'unknown-type',
      ),
      quarantined(target, key, 'a type that every object has', { type: 'constructor' }, 'unknown-type'),
      quarantined(target, key, 'an object as its source', { source: { $ne: null } }, 'not-a-cloud-event'),
      quarantined(target, key, 'a line break in its id', { id: 'a\nb' }, 'not-a-cloud-event'),
      quarantined(target, key, 'an id of 300 characters', { id: 'x'.repeat(300) }, 'not-a-cloud-event'),
      reusedId(target, key),
      reusedKey(target, key),
      ...numbers.map((number) => strangeNumber(target, key, number)),
      // With the key of an admin, whom nothing but the address keeps from them.
      ...(await Promise.all(
        paths.map(async (path) => strangePath(target, await target.keyOf('admin'), path)),
      )),
    ];
  },
};
