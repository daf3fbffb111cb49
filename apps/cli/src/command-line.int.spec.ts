import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync, zstdCompressSync } from 'node:zlib';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const commandLine = pathOf('../dist/main.js');
const isBuilt = existsSync(commandLine) && existsSync(pathOf('../../platform/dist/main.js'));
const described = isBuilt ? describe : describe.skip;

const csv = `Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
489434,85048,15CM CHRISTMAS GLASS BALL,12,2009-12-01 07:45:00,6.95,13085,United Kingdom
489434,79323P,PINK CHERRY LIGHTS,2,2009-12-01 07:45:00,6.75,13085,United Kingdom
489435,22350,CAT BOWL,3,2009-12-01 07:46:00,2.55,,France
C489449,85048,15CM CHRISTMAS GLASS BALL,-1,2009-12-01 10:33:00,6.95,13085,United Kingdom
`;

/** A CloudEvent, but of a type that is not taken in. */
const unknown = { specversion: '1.0', id: '1', source: 'urn:test', type: 'com.example.unknown', data: {} };

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const spawned: ChildProcess[] = [];

const start = (args: readonly string[], data: string, more: Readonly<Record<string, string>> = {}) => {
  const env = { PATH: process.env['PATH'], TRIBUTARY_DATA: data, TRIBUTARY_PORT: '0', ...more };
  const child = spawn(process.execPath, [commandLine, ...args], { env });
  spawned.push(child);
  const said = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => (said.output += String(chunk)));
  child.stderr.on('data', (chunk) => (said.errors += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.output.includes(text) && resolve();
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`It ended without saying "${text}": ${said.errors}`)));
      look();
    });
  return { child, ended, until };
};

const run = (args: readonly string[], data: string, more?: Readonly<Record<string, string>>) =>
  start(args, data, more).ended;

described('The command line with the built platform', () => {
  let folder: string;
  let data: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tributary-cli-'));
    data = join(folder, 'data');
  });
  afterAll(async () => {
    for (const child of spawned) if (child.exitCode === null) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('plays the demo once, and a second time with the same keys and nothing failing', async () => {
    const progress = expect.stringMatching(/^(.* \d+\/40 orders · .* messages · .*\n)+\n?$/);
    const first = await run(['demo', '--once', '--orders', '40'], data);
    expect(first).toMatchObject({ code: 0, errors: progress });
    expect(first.output).toMatch(/messages accepted, \d+ known already, 8 in quarantine/);
    const keys = await readFile(join(data, 'demo-keys.json'), 'utf8');
    const second = await run(['demo', '--once', '--orders', '40'], data);
    expect(second).toMatchObject({ code: 0, errors: progress });
    expect(await readFile(join(data, 'demo-keys.json'), 'utf8')).toBe(keys);
    expect(existsSync(join(data, 'access.json'))).toBe(false);
  });

  describe('while the platform runs', () => {
    let platform: ReturnType<typeof start>;
    beforeAll(async () => {
      platform = start(['start'], data);
      await platform.until('Tributary listens on http://127.0.0.1:');
    });
    afterAll(async () => {
      platform.child.kill('SIGINT');
      expect((await platform.ended).code).toBe(0);
    });

    it.each([
      ['plain.csv', (text: string) => Buffer.from(text)],
      ['packed.csv.gz', (text: string) => gzipSync(text)],
      ['packed.csv.zst', (text: string) => zstdCompressSync(text)],
    ])('imports %s, reports it and waits until it is projected', async (name, packed) => {
      const file = join(folder, name);
      const report = `${file}.json`;
      await writeFile(file, packed(csv));
      const ended = await run(
        ['import', 'online-retail', file, '--report', report, '--source', `urn:test:${name}`],
        data,
      );
      expect(ended).toMatchObject({ code: 0, errors: '' });
      expect(ended.output).toContain('Everything is projected');
      const messages = { accepted: 3, duplicates: 0, quarantined: 0 };
      const figures = {
        rowsRead: 4,
        rowsApplied: 4,
        rowsSkipped: 0,
        ordersCreated: 2,
        returnsMatched: 1,
        messages,
      };
      expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject(figures);
    });

    it('takes nothing twice when an import is run again', async () => {
      const file = join(folder, 'again.csv');
      await writeFile(file, csv);
      await run(['import', 'online-retail', file], data);
      expect((await run(['import', 'online-retail', file], data)).output).toContain(
        '0 accepted, 3 known already',
      );
    });

    it('says in one line why a file is no import', async () => {
      const file = join(folder, 'bad.csv');
      await writeFile(file, 'Invoice,Price\n1,2\n');
      const { code, errors } = await run(['import', 'online-retail', file], data);
      expect(code).toBe(1);
      expect(errors).toMatch(/^The header lacks .*\(unreadable-file, 422\)\n$/);
    });

    it('reads a file in the encoding that is named, and refuses one that is not known', async () => {
      const file = join(folder, 'western.csv');
      await writeFile(file, Buffer.from(csv.replaceAll('4894', '4895').replace('CAT', 'CAFÉ'), 'latin1'));
      const western = await run(['import', 'online-retail', file, '--charset', 'windows-1252'], data);
      expect(western).toMatchObject({ code: 0, output: expect.stringContaining('4 applied + 0 skipped') });
      expect(await run(['import', 'online-retail', file, '--charset', 'klingon'], data)).toMatchObject({
        code: 1,
        errors: expect.stringContaining('There is no encoding klingon'),
      });
    });

    it.each([
      ['every message is in quarantine', `${JSON.stringify(unknown)}\n`, '1 rows read, 1 in quarantine'],
      ['there is none', '', '0 rows read, 0 in quarantine'],
    ])('fails when nothing was applied because %s, and says so', async (_, content, why) => {
      const file = join(folder, 'in-vain.ndjson');
      await writeFile(file, content);
      const { code, errors, output } = await run(['import', 'cloudevents', file], data);
      expect({ code, errors }).toEqual({ code: 1, errors: `Nothing of ${file} was applied: ${why}.\n` });
      expect(output).toContain('0 accepted, 0 known already');
    });

    it('says that a packed file is damaged', async () => {
      const file = join(folder, 'damaged.csv.gz');
      await writeFile(file, gzipSync(csv.repeat(20)).subarray(0, 120));
      const { code, errors } = await run(['import', 'online-retail', file], data);
      expect(code).toBe(1);
      expect(errors).toContain('cannot be read to its end');
    });

    it('shows its state, and issues, lists and revokes keys', async () => {
      expect((await run(['status'], data)).output).toMatch(/is ready\n\nCONSUMER/);
      const issued = await run(['keys', 'issue', '--name', 'till 7', '--role', 'integrator'], data);
      expect(issued.output).toMatch(/^trb_\S+\n$/);
      const keyId = /Issued (\S+)/.exec(issued.errors)![1]!;
      expect((await run(['keys', 'revoke', keyId], data)).code).toBe(0);
      expect((await run(['keys', 'list'], data)).output).toMatch(
        new RegExp(`${keyId} +integrator +revoked +till 7 +all`),
      );
      const ofTills = ['--source', 'urn:till:7', 'urn:till:8*'];
      expect(
        (await run(['keys', 'issue', '--name', 'till', '--role', 'integrator', ...ofTills], data)).code,
      ).toBe(0);
      expect((await run(['keys', 'list'], data)).output).toMatch(/ till +urn:till:7 urn:till:8\*\n/);
    });

    describe('shows the orders that are asked for', () => {
      it('as a table, and says where there may be more', async () => {
        const { code, output, errors } = await run(
          ['orders', 'channel:web', 'kind:order', '--limit', '3'],
          data,
        );
        expect({ code, errors }).toEqual({
          code: 0,
          errors: expect.stringMatching(/^There may be more: .*\n$/),
        });
        const [head, ...rows] = output.trim().split('\n');
        expect(head).toMatch(/^ORDER +STATUS +PLACED +CUSTOMER +UNITS +TOTAL$/);
        expect(rows).toHaveLength(3);
        for (const one of rows)
          expect(one).toMatch(/^web\.\d+ .* \d{4}-\d\d-\d\dT\d\d:\d\dZ .* \d+ +[\d.]+ EUR$/);
        expect(await run(['orders', 'sku:NO-SUCH-*'], data)).toMatchObject({ code: 0, errors: '' });
      });

      it('as a file, whole, by terms that leave out', async () => {
        const csvOf = await run(['orders', '--csv', '--', '-channel:web -kind:sale'], data);
        const json = await run(
          ['orders', '--json', '--sort', 'oldest', '--', '-channel:web -kind:sale'],
          data,
        );
        const orders = json.output
          .trim()
          .split('\n')
          .map((text) => JSON.parse(text) as { channel: string; kind: string });
        expect(orders.length).toBeGreaterThan(0);
        expect(orders.filter(({ channel, kind }) => channel === 'web' || kind === 'sale')).toEqual([]);
        expect(csvOf.output.split('\r\n')).toHaveLength(orders.length + 2);
      });

      it.each([['statsu:held'], ['--csv', 'statsu:held']])(
        'and what of the text cannot be read',
        async (...args) => {
          const { code, errors } = await run(['orders', ...args], data);
          expect({ code, errors }).toEqual({
            code: 1,
            errors: expect.stringMatching(
              /^\/q: At character 1, “statsu”: .*Did you mean status\?.*\(invalid, 400\)\n$/,
            ),
          });
        },
      );
    });

    describe('shows the orders of a view that was saved', () => {
      it('by its name, as it is saved, listed, changed and removed', async () => {
        const saved = ['views', 'save', 'Web, oldest', '--sort', 'oldest', '--shared'];
        expect(await run([...saved, 'channel:web'], data)).toMatchObject({
          code: 0,
          output: 'Saved “Web, oldest”.\n',
        });
        expect((await run([...saved, 'channel:web kind:order'], data)).output).toMatch(/^Changed/);
        const asked = ['orders', 'channel:web kind:order', '--sort', 'oldest', '--limit', '3'];
        const { code, output } = await run(['orders', '--view', 'web, OLDEST', '--limit', '3'], data);
        expect({ code, output }).toEqual({ code: 0, output: (await run(asked, data)).output });
        expect((await run(['views'], data)).output).toMatch(
          /^VIEW +FOR +ASKS FOR *\nWeb, oldest +everybody +channel:web kind:order *\n$/,
        );
        expect((await run(['views', 'remove', 'Web, oldest'], data)).code).toBe(0);
        expect((await run(['views'], data)).output).toBe('VIEW  FOR  ASKS FOR\n');
      });

      it.each([
        [['--view', 'None'], /^There is no view “None”: .*tributary views.*\n$/],
        [['--view', 'Web, oldest', 'status:held'], /^Ask by a view or by terms.*\n$/],
      ])('and says what is wrong with %j', async (args, errors) => {
        expect(await run(['orders', ...args], data)).toMatchObject({
          code: 1,
          errors: expect.stringMatching(errors),
        });
      });
    });

    describe('shows an order', () => {
      const shown = async (...args: string[]) => {
        const { code, output, errors } = await run(args, data);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
        return output;
      };
      let orderId: string;
      beforeAll(async () => {
        orderId = /^(\S*489434) /m.exec(await shown('orders', '489434'))![1]!;
      });

      it('as it is and as it was, with its lines and what is under way', async () => {
        const now = await shown('order', orderId);
        expect(now).toMatch(/^ORDER +STATUS +PLACED +CUSTOMER +TOTAL +OWED +HELD FOR\n/);
        expect(now).toMatch(/^\S+ +85048 +12 +83\.40 GBP +\S+ +12 \w+.*15CM CHRISTMAS GLASS BALL$/m);
        expect(now).toMatch(/^FULFILMENT +LOCATION +METHOD +STATUS/m);
        expect(JSON.parse(await shown('order', orderId, '--json'))).toMatchObject({ orderId });
        expect(await run(['order', orderId, '--known-at', '2010-01-01T00:00:00Z'], data)).toMatchObject({
          code: 1,
          errors: expect.stringMatching(/404\)\n$/),
        });
      });

      it('by what became of it, and what changed since a moment', async () => {
        const [head, first] = (await shown('order', orderId, '--timeline')).split('\n');
        expect(head).toMatch(/^HAPPENED +RECORDED +WHAT +BY +SOURCE$/);
        expect(first).toMatch(/^2009-12-01T07:45:00\.000Z +\d{4}-/);
        const changed = await shown('order', orderId, '--since', '2009-01-01T00:00:00Z');
        expect(changed).toMatch(/^WHERE +BEFORE +AFTER\n/);
        expect(changed).toMatch(/^HAPPENED +RECORDED +WHAT +BY +SOURCE\n2009-12-01T07:45/m);
      });

      it('and its customer over all channels', async () => {
        const now = await shown('customer', '13085');
        expect(now).toMatch(/^CUSTOMER +NAME +ORDERS +OPEN +FIRST +LAST +CAME BACK\n13085 /);
        expect(now).toMatch(/^GBP +\d+\.\d\d GBP /m);
        expect(now).toContain(`\n${orderId} `);
        const before = await shown('customer', '13085', '--as-of', '2009-01-01T00:00:00Z');
        expect(before).toMatch(/^13085 +0 +0 /m);
        expect(before).not.toContain(orderId);
        expect(await run(['customer', 'nobody'], data)).toMatchObject({
          code: 1,
          errors: expect.stringMatching(/not-found, 404\)\n$/),
        });
      });
    });

    describe('reports trade by business date', () => {
      const report = async (...options: string[]) => {
        const asked = ['report', '--from', '2009-12-01', '--to', '2009-12-31', ...options];
        const { code, output, errors } = await run(asked, data);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
        return output.trim().split(/\r?\n/);
      };

      it('as a table, with what became known after the close in brackets', async () => {
        expect(await report('--by', 'day')).toEqual([
          expect.stringMatching(/^DATE +ORDERS +ORDERED +VALUE +CANCELLED +VALUE +FULFILLED +RETURNED /),
          // Imported long after: nothing of it was known when the date was closed.
          expect.stringMatching(/^2009-12-01 +4 \(\+4\) +34 \(\+34\) +209\.10 GBP \(\+209\.10 GBP\) /),
        ]);
        expect(await report('--known', 'close')).toHaveLength(1);
      });

      it('as CSV with both figures', async () => {
        const [head, row] = await report('--csv', '--by', 'channel');
        expect(head).toMatch(/^date,channel,location,currency,reported\.orders,reported\.unitsOrdered,/);
        expect(row).toMatch(/^,\S+,,GBP,0,0,0,0,0,0,0,0,0,4,34,20910,/);
      });
    });

    describe('shows segments of customers', () => {
      it('as a table, with who is in them, and who is in one as a table and as a file', async () => {
        expect((await run(['segments'], data)).output).toBe('SEGMENT  NAME  WHO\n');
        const file = join(folder, 'segments.json');
        const conditions = [{ is: 'orders', from: 1 }];
        const segments = { segments: [{ segmentId: 'buyers', name: 'Buyers', conditions }] };
        await writeFile(file, JSON.stringify(segments));
        const tried = await run(['settings', 'try', 'segments', file], data);
        expect(JSON.parse(tried.output)).toMatchObject({ segments: [{ segmentId: 'buyers' }] });
        expect((await run(['settings', 'set', 'segments', file], data)).code).toBe(0);
        expect((await run(['segments'], data)).output).toMatch(/^buyers +Buyers +orders: 1 or more$/m);
        const asked = ['segments', 'buyers', '--limit', '2'];
        // The definitions reach the read model a moment later: until then there is no such segment.
        let shown = await run(asked, data);
        while (shown.code !== 0) shown = await run(asked, data);
        const [head, ...rows] = shown.output.trim().split('\n');
        expect(head).toMatch(/^CUSTOMER +NAME +ORDERS +LAST ORDER +RFM$/);
        expect(rows).toHaveLength(2);
        const csvOf = (await run(['segments', 'buyers', '--csv'], data)).output.split('\r\n');
        expect(csvOf[0]).toMatch(/^customerId,name,email,orders,lastOrder,rfm\.recency\.score,/);
        expect(csvOf.length).toBeGreaterThan(3);
        const standing = (await run(['segments', '--of', rows[0]!.split(' ')[0]!], data)).output;
        expect(standing).toMatch(/^buyers +Buyers +yes +orders: 1 or more – it is \d+$/m);
        expect(await run(['segments', 'none'], data)).toMatchObject({
          code: 1,
          errors: expect.stringMatching(/not-found/),
        });
      });
    });

    it('sets what operations declare as data, and shows it, as it was, and all its versions', async () => {
      const file = join(folder, 'availability.json');
      const policy = { rules: [{ channels: ['web'], keepBack: 2 }] };
      await writeFile(file, JSON.stringify(policy));
      const settings = async (...args: string[]) => run(['settings', ...args], data);
      expect((await settings()).output).toMatch(/^availability-policy +what channels are told of stock$/m);
      expect((await settings('set', 'availability-policy', file)).code).toBe(0);
      expect(JSON.parse((await settings('show', 'availability-policy')).output)).toEqual(policy);
      const before = await settings('show', 'availability-policy', '--as-of', '2020-01-01T00:00:00Z');
      expect(JSON.parse(before.output)).toEqual({ rules: [] });
      expect((await settings('versions', 'availability-policy')).output).toMatch(
        /^VERSION +SET AT +BY\n *1 +\S+Z +this machine \(administrator\)\n$/,
      );
      await writeFile(file, '{"rules":[{"channels":[]}]}');
      expect(await settings('set', 'availability-policy', file)).toMatchObject({
        code: 1,
        errors: expect.stringMatching(/rules\/0\/channels/),
      });
      await writeFile(file, '{');
      expect((await settings('set', 'availability-policy', file)).errors).toMatch(/^\S+ is no JSON: .*\n$/);
      expect((await settings('show', 'hold-rule')).errors).toMatch(/Did you mean|Allowed choices/);
    });

    it('says that two are one customer, and takes them apart again', async () => {
      const overview = async () =>
        JSON.parse((await run(['customer', 'C-10001', '--json'], data)).output) as {
          foundBy: { by: string; value: string }[];
        };
      const identity = { by: 'email', value: 'other@example.com' };
      const link = ['C-10001', '--email', identity.value, '--why', 'Said so.'];
      expect(await run(['link', ...link, '--evidence', 'Receipt 1'], data)).toMatchObject({
        code: 0,
        output: 'Linked other@example.com with C-10001.\n',
      });
      // The overview follows a moment later.
      let found = (await overview()).foundBy;
      while (!found.some(({ value }) => value === identity.value)) found = (await overview()).foundBy;
      expect((await run(['customer', 'C-10001'], data)).output).toMatch(
        /^email +other@example\.com +0 +linked; \S+Z by this machine \(administrator\): Said so\.$/m,
      );
      expect((await run(['unlink', ...link], data)).code).toBe(0);
      while (found.some(({ value }) => value === identity.value)) found = (await overview()).foundBy;
      expect((await run(['link', 'C-10001', '--why', 'x'], data)).errors).toMatch(
        /^Say who it is, by one of --id/,
      );
      expect(
        (await run(['link', 'C-1', '--id', 'C-2', '--email', 'a@b.c', '--why', 'x'], data)).errors,
      ).toMatch(/cannot be used with/);
    });

    it('names goods that stand on orders together, of a product and for a customer', async () => {
      const { output } = await run(['bought-with', 'LGT-001', '--limit', '3'], data);
      expect(output).toMatch(/^BOUGHT WITH IT +ON +AS OFTEN +NAME\n/);
      const liked = await run(['may-like', 'C-10001', '--limit', '3'], data);
      expect(liked).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^MAY LIKE +BECAUSE OF +ON +AS OFTEN +NAME\n/),
      });
    });

    describe('shows the stock of a SKU at a location', () => {
      const told = async (id: string, time: string, type: string, figures: object) => {
        const message = { specversion: '1.0', id, time, source: 'urn:test', type };
        const file = join(folder, `${id}.ndjson`);
        const place = { sku: 'VASE', location: 'leeds' };
        await writeFile(file, `${JSON.stringify({ ...message, data: { ...place, ...figures } })}\n`);
        expect(await run(['import', 'cloudevents', file], data)).toMatchObject({ code: 0 });
      };
      const rows = async (...options: string[]) => {
        const { code, output, errors } = await run(['stock', 'VASE', 'leeds', ...options], data);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
        return output.trim().split('\n');
      };
      beforeAll(async () => {
        const hour = (of: number) => `2026-03-02T0${of}:00:00.000Z`;
        await told('vases-counted', hour(7), 'tributary.stock.counted.v1', { quantity: 10 });
        await told('vases-found', hour(9), 'tributary.stock.adjusted.v1', { delta: 2, reason: 'found' });
        await told('vases-received', hour(6), 'tributary.stock.received.v1', { quantity: 5 });
      });

      it('as it is and as it was', async () => {
        expect(await rows()).toEqual([
          expect.stringMatching(/^SKU +LOCATION +ON HAND +RESERVED +ENTRIES$/),
          expect.stringMatching(/^VASE +leeds +12 +0 +4$/),
        ]);
        expect((await rows('--as-of', '2026-03-02T08:00:00Z'))[1]).toMatch(/^VASE +leeds +10 +0 +3$/);
        expect((await rows('--known-at', '2026-03-02T08:00:00Z'))[1]).toMatch(/^VASE +leeds +0 +0 +0$/);
      });

      it('entry by entry', async () => {
        expect((await rows('--ledger')).map((row) => row.replaceAll(/\d{4}-\S+Z/g, ''))).toEqual([
          expect.stringMatching(/^ENTRY .* ON HAND +RESERVED +SOURCE$/),
          expect.stringMatching(/^ +1 +counted +10 +10 +0 +\S+$/),
          expect.stringMatching(/^ +2 +adjusted +2 +12 +0 +\S+$/),
          expect.stringMatching(/^ +3 +received \(late\) +5 +17 +0 +\S+$/),
          expect.stringMatching(/^ +4 +count-restated +-5 +12 +0 +\S+$/),
        ]);
      });

      it('beside what another system believes, and fails where they differ', async () => {
        const file = join(folder, 'erp.csv');
        const reconcile = async (text: string, ...options: string[]) => {
          await writeFile(file, text);
          return run(['reconcile', 'stock', file, ...options], data);
        };
        const equal = await reconcile('sku,location,onHand\nVASE,leeds,12\n');
        expect(equal).toMatchObject({ code: 0, output: '1 row: all as it is here.\n', errors: '' });
        const differing = await reconcile('sku,location,onHand\nVASE,leeds,10\nVASE,,1\n');
        expect(differing.output.trim().split('\n')).toEqual([
          expect.stringMatching(/^ROW +WHAT +SKU +LOCATION +THEIRS +OURS +WHY$/),
          expect.stringMatching(
            /^ +1 +different +VASE +leeds +10 on hand +12 on hand +not known there yet: adjusted \+2, received \+5, count-restated -5$/,
          ),
          expect.stringMatching(/^ +2 +unreadable +\/location: /),
        ]);
        const errors = '2 rows: 0 equal, 1 different, 1 unreadable.\n';
        expect(differing).toMatchObject({ code: 1, errors });
        const csv = await reconcile('sku,location,onHand\nVASE,leeds,10\n', '--csv');
        expect(csv).toMatchObject({
          code: 1,
          output: expect.stringMatching(/^row,verdict,.*\r\n1,different,VASE,/),
        });
        expect(await reconcile('a,b\n')).toMatchObject({
          code: 1,
          errors: expect.stringMatching(/^The header lacks sku, location.*422\)\n$/),
        });
      });

      it('and why: what led to what, from the message that was sent', async () => {
        const asked = ['trace', 'vases-received', '--source', 'urn:test'];
        const { code, output, errors } = await run(asked, data);
        expect({ code, errors }).toEqual({ code: 0, errors: '' });
        expect(output.replaceAll(/\d{4}-\S+Z/g, '').split('\n')).toEqual([
          '  > Goods came in · VASE@leeds · urn:test · this machine (administrator)',
          '    Goods arrived at a location · VASE@leeds · inventory',
          expect.stringMatching(/^ {4}A count had seen what was told after it: .* · VASE@leeds · inventory$/),
          '',
        ]);
        expect(await run(['trace', 'web.404'], data)).toMatchObject({
          code: 1,
          errors: expect.stringContaining('There is no order web.404'),
        });
      });

      it('and what can be sold of it, and what cannot and why', async () => {
        const { code, output } = await run(['availability', 'VASE', 'NONE', '--channel', 'web'], data);
        expect({ code, rows: output.trim().split('\n') }).toEqual({
          code: 0,
          rows: [
            expect.stringMatching(/^SKU +LOCATION +AVAILABLE +KEPT BACK +NOT SOLD$/),
            expect.stringMatching(/^VASE +\(all\) +0 +0$/),
            expect.stringMatching(/^VASE +leeds +12 +0 +location-not-defined$/),
            expect.stringMatching(/^NONE +\(all\) +0 +0$/),
          ],
        });
      });

      it('and what of a moment cannot be read', async () => {
        const { code, errors } = await run(['stock', 'VASE', 'leeds', '--as-of', 'yesterday'], data);
        expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^\/asOf: .*400\)\n$/) });
      });
    });

    it('does not open a data folder that the platform has', async () => {
      for (const command of ['verify', 'rebuild', 'demo']) {
        const { code, errors } = await run([command], data);
        expect({ code, errors }).toEqual({
          code: 1,
          errors: expect.stringMatching(/^A platform runs on .*\n$/),
        });
      }
    });
  });

  it('looks for what is recorded on a server there, not in a folder', async () => {
    const server = { TRIBUTARY_EVENT_STORE: 'postgres://127.0.0.1:1/none' };
    const { code, errors } = await run(['verify'], folder, server);
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringMatching(/127\.0\.0\.1:1/) });
  });

  it('says what to set when no platform is found', async () => {
    const { code, errors } = await run(['status'], join(folder, 'nothing'));
    expect({ code, errors }).toEqual({
      code: 1,
      errors: expect.stringMatching(/^No running platform .*TRIBUTARY_URL.*\n$/),
    });
  });
});
