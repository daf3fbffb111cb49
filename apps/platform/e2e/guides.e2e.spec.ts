import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { until } from '@tributary/testing';
import { parse } from 'yaml';
import { type Block, Scratch, blocksOf, fileNameOf, pages } from './documented-blocks.ts';
import { type Json, PlatformUnderTest, whenBuilt } from './platform-under-test.ts';
import { event, line, openNetwork, stock, webOrder } from './trade.ts';

const runsAlready = 'it starts the platform, which the spec has started';
const needsEngines = 'it needs servers that are not there; .ci/run and `npm run cluster -- test` have them';
const needsBroker = 'it needs a broker; entrances.e2e.spec.ts publishes the same where there is one';

const simulated = 'it takes minutes; apps/simulation/e2e/simulation.e2e.spec.ts plays its short form';

/** Blocks that no spec can run here, by page and how their first line begins, and why. */
const notRun: Readonly<Record<string, string>> = {
  'README.md: npm run demo': 'it stays up; apps/cli/src/command-line.int.spec.ts plays it once',
  'README.md: npm test': 'it runs this spec',
  'README.md: npm run hostile': 'it takes minutes; npm test plays its short form',
  'README.md: npm run simulate': simulated,
  'docs/simulation.md: npm run simulate': simulated,
  'README.md: npm start': runsAlready,
  'README.md: cp deploy/.env.example .env   # and give':
    'it needs Docker; tools/compose.unit.spec.ts reads the files',
  'README.md: POSTGRES_URL=postgres://localhost/postgr': needsEngines,
  "README.md: cat > order.txt <<'END'": needsBroker,
  'README.md: curl localhost:3000/v1/orders/web.100046': 'it reads what the block before has published',
  'docs/guides/integrating.md: TRIBUTARY_WEBHOOK_NETWORKS=127.0.0.0/8 n': runsAlready,
  'docs/guides/online-retail.md: tributary import online-retail online_re':
    'the set is not part of the project; import-resume.e2e.spec.ts imports a file of its form',
  [`docs/guides/operating.md: echo '{"specversion":"1.0","id":"1","sou`]: needsBroker,
  "docs/guides/operating.md: export TRIBUTARY_EVENT_STORE='kurrentdb:": needsEngines,
  'docs/guides/operating.md: export TRIBUTARY_EVENT_STORE=postgres://': needsEngines,
  'docs/guides/operating.md: tributary restore /backups/2026-11-23 --':
    'it starts another platform, which stays up; backup.e2e.spec.ts restores',
  'docs/guides/operating.md: UPDATE tributary_gateway.about SET epoch': needsEngines,
  'docs/guides/operating.md: node --input-type=module -e "': needsEngines,
  'docs/scenarios/README.md: export TRIBUTARY_URL=http://localhost:30': 'scenarios.e2e.spec.ts plays them',
  'docs/performance.md: npm run bench                     # ever': 'it measures for minutes',
};

/** The page whose SQL asks the table that it has filled. */
const withTable = 'docs/guides/analysing.md';
/** The pages whose JavaScript scenarios.e2e.spec.ts plays. */
const isPlayed = ({ page, language }: Block): boolean =>
  language === 'js' && page.startsWith('docs/scenarios/');
/** All else is read, by people or by the spec. */
const isCode = (language: string): boolean => !['text', 'json', 'yaml'].includes(language);

const all = pages.flatMap((page) => blocksOf(page));
const ofPage = (page: string, language: string): readonly Block[] =>
  all.filter((block) => block.page === page && block.language === language && !(block.name in notRun));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Of each page that runs anything, what has to have happened before; nothing but a start where it says nothing. */
const before: Readonly<Record<string, (platform: PlatformUnderTest) => Promise<void>>> = {
  'README.md': async () => {},
  'docs/guides/integrating.md': async () => {},
  [withTable]: async (platform) => {
    await openNetwork(platform);
    await stock(platform, 'MUG-RED', { 'dc-1': 50 });
    for (const number of ['a1', 'a2'])
      await platform.publish(
        event('tributary.order.captured.v1', webOrder(number, { lines: [line('MUG-RED', 2)] })),
      );
    await platform.settled();
  },
  'docs/guides/operating.md': async () => {},
  'docs/guides/asking.md': async (platform) => {
    await openNetwork(platform);
    await stock(platform, 'LGT-201', { 'dc-1': 50 });
    const customer = { id: 'C-10001', name: 'Pablo García' };
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('b1', { lines: [line('LGT-201', 2)], customer })),
      event('tributary.order.captured.v1', webOrder('b2', { lines: [line('DSK-7', 9)] })),
    );
    await platform.settled();
  },
  'docs/guides/reconciling.md': async (platform) => {
    await openNetwork(platform);
    await stock(platform, 'LGT-201', { 'dc-1': 50 });
    await platform.publish(
      event('tributary.order.captured.v1', webOrder('r1', { lines: [line('LGT-201', 2)] })),
    );
    await platform.order('web.r1', ({ status }) => status === 'allocated');
    await platform.settled();
  },
};

/** What a page came to: what its shell printed, and where it left what. */
interface Played {
  readonly printed: readonly string[];
  readonly scratch: Scratch;
  readonly platform: PlatformUnderTest;
}

/** Plays a page on a platform of its own: its files written, its shell blocks pasted at once. */
const play = async (page: string, holds: (played: Played) => Promise<void>): Promise<void> => {
  const platform = await PlatformUnderTest.start({ TRIBUTARY_WEBHOOK_NETWORKS: '127.0.0.0/8' });
  const scratch = new Scratch({
    'localhost:3000': new URL(platform.url).host,
    '8080': String(await freePort()),
    '/backups/': './backups/',
  });
  try {
    await before[page]?.(platform);
    expect(scratch.write(ofPage(page, 'ts'))).toEqual([]);
    const printed = await scratch.paste(ofPage(page, 'sh'), { TRIBUTARY_DATA: platform.data });
    await holds({ printed, scratch, platform });
  } finally {
    scratch.remove();
    await platform.remove();
  }
};

/** What a page printed as JSON, in its order. */
const answersIn = (printed: readonly string[]): readonly Json[] =>
  printed.filter((text) => /^[{[]"/.test(text)).map((text) => JSON.parse(text) as Json);

describe('A block in the documents', () => {
  it('says what language it is in', () => {
    const languages = new Set(all.map(({ language }) => language));
    expect([...languages].toSorted()).toEqual(['js', 'sh', 'sql', 'text', 'ts', 'yaml']);
  });

  it('is run, or listed with the reason why not', () => {
    const names = new Set(all.map(({ name }) => name));
    expect(names.size).toBe(all.length);
    expect(Object.keys(notRun).filter((name) => !names.has(name))).toEqual([]);
    const isRun = (block: Block) => {
      const { page, language, name } = block;
      if (name in notRun || isPlayed(block) || !isCode(language)) return true;
      return language === 'sql' ? page === withTable : language !== 'js' && page in before;
    };
    expect(all.filter((block) => !isRun(block)).map(({ name }) => name)).toEqual([]);
  });

  it('in TypeScript is a file that its page runs', () => {
    for (const block of all.filter(({ language }) => language === 'ts')) {
      const shell = ofPage(block.page, 'sh').map(({ text }) => text);
      expect(shell.join('\n')).toContain(`node ${fileNameOf(block)}`);
    }
  });

  it('of JSON or YAML can be read', () => {
    for (const { language, text } of all)
      if (['json', 'yaml'].includes(language)) expect(parse(text)).toBeInstanceOf(Object);
  });
});

whenBuilt('A page, its blocks pasted at once,', () => {
  it('leads from nothing to an order that is sourced: the README', () =>
    play('README.md', async ({ printed, platform }) => {
      const [place, count, order, page, timeline, availability] = answersIn(printed);
      for (const { results } of [place, count, order])
        for (const result of results) {
          expect(result.status).toBe('accepted');
          expect(result).not.toHaveProperty('warnings');
        }
      expect(place.results).toHaveLength(2);
      expect(page).toMatchObject({ orderId: 'web.100045', lines: [{ sku: 'MUG-BLUE' }] });
      expect(JSON.stringify(timeline)).toContain('web.100045');
      expect(availability.items[0]).toMatchObject({ sku: 'MUG-BLUE' });
      await platform.order('web.100045', ({ status }) => status === 'allocated');
      await until(
        'ten are left to sell',
        async () => (await platform.get('/v1/availability?sku=MUG-BLUE')).body.items[0].available === 10,
      );
    }));

  it('leads to a receiver that has everything once, though it was killed: the guide for integrators', () =>
    play('docs/guides/integrating.md', async ({ printed, scratch, platform }) => {
      const answers = answersIn(printed);
      expect(answers.find(({ outcome }) => outcome)).toMatchObject({ outcome: 'applied' });
      expect(answers.find(({ eventId, status }) => eventId && status)).toMatchObject({ status: 204 });
      expect(printed).toEqual(expect.arrayContaining(['paused', 'delivering']));
      const received = readFileSync(join(scratch.folder, 'received.ndjson'), 'utf8').trim().split('\n');
      const told = received.map((text) => JSON.parse(text) as Json);
      for (const number of [200003, 200004, 200005, 200006, 200007])
        expect(
          told.filter(({ subject }) => subject === `order-web.${number}`).map(({ type }) => type),
        ).toEqual(['tributary.order.placed.v2', 'tributary.order.allocated.v1']);
      expect((await platform.get('/v1/webhooks')).body).toEqual({ items: [] });
    }));

  it('leads to a table that holds everything once, and its questions are answered: the guide for analysts', () =>
    play(withTable, async ({ scratch, platform }) => {
      const db = new DatabaseSync(join(scratch.folder, 'feed.db'), { readOnly: true });
      const { text } = await platform.get('/v1/feed?type=tributary.order.*');
      expect(db.prepare('SELECT count(*) AS events FROM events').get()).toEqual({
        events: text.split('\n').filter((each) => each.includes('"type"')).length,
      });
      const [days, units, waits] = ofPage(withTable, 'sql').map((block) => db.prepare(block.text).all());
      db.close();
      expect(days).toMatchObject([{ channel: 'web', orders: 2 }]);
      expect(units).toEqual([{ sku: 'MUG-RED', units: 4 }]);
      expect(waits).toMatchObject([{ channel: 'web', seconds: expect.any(Number) }]);
    }));

  it('leads to the orders that are looked for: the guide to asking', () =>
    play('docs/guides/asking.md', async ({ printed, scratch, platform }) => {
      const rows = printed
        .filter((text) => /^web\.b\d /.test(text))
        .map((text) => text.slice(0, 'web.b1'.length));
      expect(rows.slice(0, 2).toSorted()).toEqual(['web.b1', 'web.b2']);
      // By the SKU, by the status, by the words.
      expect(rows.slice(2)).toEqual(['web.b1', 'web.b2', 'web.b1']);
      const answers = answersIn(printed);
      const [found, view, misspelt, known, timeline, ...rest] = answers;
      const [difference, trace, traced, tried, policy, , whole, ...ofCustomers] = rest;
      const [customers, overview, defined, segments, linked, , apart] = ofCustomers;
      expect(found!.items).toHaveLength(1);
      expect(view).toMatchObject({ viewId: 'late-web', isMine: true });
      expect(misspelt).toMatchObject({
        spelling: 'close',
        items: [{ found: [{ in: 'customer', text: 'Pablo García', at: [{ from: 6, to: 12 }] }] }],
      });
      expect(known).toMatchObject({ orderId: expect.stringMatching(/^web\.b\d$/) });
      expect(timeline!.items.length).toBeGreaterThan(1);
      expect(difference!.changes).toContainEqual({ pointer: '/orderId', after: known!.orderId });
      expect(trace).toMatchObject({ orderId: known!.orderId, nodes: expect.any(Array) });
      expect(traced!.nodes.length).toBeGreaterThan(1);
      expect(tried).toMatchObject({ orders: 2, rules: [{ ruleId: 'sourcing', facts: 2 }, {}, {}] });
      expect(policy!.rules).toHaveLength(3);
      expect(whole!.items).toHaveLength(timeline!.items.length);
      await until('what is left out is told no more', async () => {
        const { body } = await platform.get(`/v1/orders/${known!.orderId}/timeline`);
        return body.leftOut === 1 && body.items.length === whole!.items.length - 1;
      });
      expect(customers!.items).toMatchObject([{ customerId: 'C-10001' }]);
      expect(overview).toMatchObject({ orders: { count: 1 }, newest: [{ orderId: 'web.b1' }] });
      expect(defined!.segments).toHaveLength(3);
      expect(segments).toMatchObject({ customerId: 'C-10001', orders: 1 });
      expect(
        printed.filter((text) => /^at-risk +At risk +recency score: 2 or less;/.test(text)),
      ).toHaveLength(1);
      const pair = { customerId: 'C-10001', by: 'id', value: 'C-10002' };
      expect([linked, apart]).toMatchObject([
        { ...pair, linked: true },
        { ...pair, linked: false },
      ]);
      expect(answers).toHaveLength(19);
      const today = printed.filter((text) => /^\d{4}-\d\d-\d\d +2 +11 /.test(text));
      expect(today).toHaveLength(1);
      expect(printed.filter((text) => /^web +2 +11 /.test(text))).toHaveLength(1);
      expect(printed.filter((text) => text.startsWith('date,channel,location,currency'))).toHaveLength(1);
      expect(printed.filter((text) => text.startsWith('orderId,channel'))).toHaveLength(1);
      expect(readFileSync(join(scratch.folder, 'dhl.csv'), 'utf8')).toMatch(/^orderId,channel,.*\r\n$/);
    }));

  it('leads to what differs and why: the guide to reconciling', () =>
    play('docs/guides/reconciling.md', async ({ printed, scratch }) => {
      expect(printed.find((text) => / different +LGT-201 /.test(text))).toMatch(
        /LGT-201 +dc-1 +50 on hand, 50 available +50 on hand, 48 available +not known there yet: reserved \+2 \(web.r1\)$/,
      );
      expect(printed).toContain('The ERP and we differ.');
      const file = readFileSync(join(scratch.folder, 'differences.csv'), 'utf8');
      expect(file.trimEnd().split('\r\n')).toHaveLength(2);
      const [compared, preview, repaired, orders] = answersIn(printed);
      expect(compared).toMatchObject({ rows: 1, different: 1, missing: 0 });
      expect(compared!.items).toMatchObject([
        { sku: 'LGT-201', difference: { onHand: 0, available: 2 }, why: 'not-known-yet' },
      ]);
      expect(preview!.items).toMatchObject([{ now: { onHand: 50 }, then: { onHand: 48 }, breaks: [] }]);
      expect(repaired!.items).toMatchObject([{ onHand: 48, reason: 'shelf counted again' }]);
      expect(printed).toContain('The shop and we differ.');
      expect(orders!.items).toMatchObject([
        { orderId: 'web.r1', differs: ['status'], ours: { status: 'allocated' }, why: 'not-known-yet' },
      ]);
    }));

  it('leads to a backup that is whole: the guide for operators', () =>
    play('docs/guides/operating.md', async ({ scratch }) => {
      const manifest = readFileSync(join(scratch.folder, 'backups/2026-11-23/manifest.json'), 'utf8');
      expect(JSON.parse(manifest)).toMatchObject({ sha256: expect.any(String) });
    }));
});
