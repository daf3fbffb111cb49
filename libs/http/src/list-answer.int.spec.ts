import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { until } from '@tributary/testing';
import { type FastifyInstance, fastify } from 'fastify';
import { z } from 'zod';
import { type Found, type List, listLimit, sendFound, sendList } from './list-answer.ts';
import { Problem } from './problem.ts';
import { problemOf, sendProblem } from './problem-filter.ts';

const Things = z.object({ items: z.array(z.object({ id: z.int(), text: z.string() })) });
const size = { usual: 2, most: 10 };

/** As many things as there are, of so many characters each. */
const things = (count: number, length = 1) => {
  const asked: number[] = [];
  const list: List<number> = {
    name: 'things',
    answer: Things,
    size,
    part: (limit, from = 0) => {
      asked.push(from);
      const items = Array.from({ length: Math.min(limit, count - from) }, (_, index) => ({
        id: from + index,
        text: 'x'.repeat(length),
      }));
      return Promise.resolve({ items, ...(from + limit < count && { next: from + limit }) });
    },
  };
  return { list, asked };
};

describe('A list', () => {
  let door: FastifyInstance;
  let list: List<number>;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    door = fastify();
    door.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
    door.get('/things', async (request, reply) => {
      const { limit } = z.object({ limit: listLimit(size) }).parse(request.query);
      await sendList(reply, list, { limit });
      return reply;
    });
    await door.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => door.close());

  const url = () => `http://127.0.0.1:${(door.server.address() as AddressInfo).port}/things`;
  const ask = (accept: string, query = '', method = 'GET') =>
    fetch(url() + query, { method, headers: { accept } });

  it('is a page of JSON, with what it says beside the entries', async () => {
    list = { ...things(5).list, beside: () => Promise.resolve({ open: 7 }) };
    const answer = await ask('*/*');
    expect(answer.headers.get('vary')).toBe('accept');
    expect(await answer.json()).toEqual({
      open: 7,
      items: [
        { id: 0, text: 'x' },
        { id: 1, text: 'x' },
      ],
      next: 2,
    });
  });

  it('hands entries on as they are stored', async () => {
    const part = () => Promise.resolve({ texts: ['{ "id": 1, "text": "x" }'], next: 7 });
    list = { ...things(1).list, part };
    const answer = await ask('application/json');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).toBe('{"items":[{ "id": 1, "text": "x" }],"next":7}');
    list = { ...things(1).list, part: () => Promise.resolve({ texts: [] }) };
    expect(await (await ask('application/json')).text()).toBe('{"items":[]}');
  });

  it('has pages of JSON of so many entries at most, while a file may have more', async () => {
    list = things(30).list;
    const page = await ask('application/json', '?limit=11');
    expect(page.status).toBe(400);
    expect(await page.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '/limit' }] });
    const file = await ask('application/x-ndjson', '?limit=11');
    expect((await file.text()).split('\n')).toHaveLength(11 + 1);
  });

  it('is whole as a file, with its name', async () => {
    list = things(25).list;
    const answer = await ask('text/csv');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="things.csv"',
    });
    expect(await answer.text()).toBe(
      ['id,text', ...Array.from({ length: 25 }, (_, id) => `${id},x`), ''].join('\r\n'),
    );
  });

  it('is not read for the head of an answer but for its first part', async () => {
    const { list: whole, asked } = things(25);
    list = whole;
    const answer = await ask('text/csv', '', 'HEAD');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="things.csv"');
    expect(asked).toEqual([0]);
  });

  it('is refused before anything is sent where its first part is', async () => {
    list = { ...things(5).list, part: () => Promise.reject(new Problem(404, 'not-found', 'Nothing here.')) };
    const answer = await ask('text/csv');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([404, null]);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });

  it('is cut off where it cannot be read to its end', async () => {
    const { list: whole } = things(25);
    list = {
      ...whole,
      part: (limit, from = 0) =>
        from < 10 ? whole.part(limit, from) : Promise.reject(new Error('The store is away.')),
    };
    const answer = await ask('text/csv');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  it('is read no further than it is taken, and not at all once nobody takes it', async () => {
    const { list: long, asked } = things(10_000, 100_000);
    list = long;
    const request = get(url(), { headers: { accept: 'text/csv' } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    answer.pause();
    let before = -1;
    await until('nothing more is read', async () => {
      const isCalm = before === asked.length;
      before = asked.length;
      await delay(100);
      return isCalm;
    });
    // A part is a megabyte: what the connection holds on its way, and one more.
    expect(asked.length).toBeLessThan(20);
    answer.destroy();
    await delay(100);
    expect(asked.length).toBeLessThanOrEqual(before + 1);
  });
});

describe('What is found', () => {
  let door: FastifyInstance;
  let entries: Found['entries'];
  beforeAll(async () => {
    Logger.overrideLogger(false);
    door = fastify();
    door.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
    door.post('/found', async (_request, reply) => {
      await sendFound(reply, { name: 'found', answer: Things, entries });
      return reply;
    });
    await door.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => door.close());

  const ask = (accept: string) =>
    fetch(`http://127.0.0.1:${(door.server.address() as AddressInfo).port}/found`, {
      method: 'POST',
      headers: { accept },
    });
  const [one, two] = [
    { id: 1, text: 'a' },
    { id: 2, text: 'b' },
  ];
  /** Entries as they come to light, and how many were looked through. */
  async function* found(...parts: readonly (readonly object[])[]): Found['entries'] {
    yield* parts;
    return { looked: 9 };
  }

  it('is JSON, with what is known at the end beside it', async () => {
    entries = found([], [one], [], [two]);
    expect(await (await ask('*/*')).json()).toEqual({ items: [one, two], looked: 9 });
    entries = found();
    expect(await (await ask('*/*')).json()).toEqual({ items: [], looked: 9 });
  });

  it('is a file, with its columns where nothing was', async () => {
    entries = found([one], [two]);
    const file = await ask('text/csv');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="found.csv"');
    expect(await file.text()).toBe('id,text\r\n1,a\r\n2,b\r\n');
    entries = found();
    expect(await (await ask('text/csv')).text()).toBe('id,text\r\n');
    entries = found([one, two]);
    expect(await (await ask('application/x-ndjson')).text()).toBe(
      `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`,
    );
  });

  async function* failing(...parts: readonly (readonly object[])[]): Found['entries'] {
    yield* parts;
    throw new Problem(503, 'busy', 'Ask again.');
  }

  it('is refused where nothing was found yet, and cut off later', async () => {
    entries = failing();
    expect(await (await ask('*/*')).json()).toMatchObject({ status: 503, code: 'busy' });
    entries = failing([one]);
    const answer = await ask('*/*');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });
});
