import { mustBe } from '../answer.ts';
import { bomb, zipped } from '../compressed.ts';
import type { Attempt, Kind } from '../kind.ts';
import { head, sendRaw, shownRaw } from '../raw-socket.ts';
import type { Target } from '../target.ts';

type Body = string | Uint8Array<ArrayBuffer>;

const megabyte = 1024 * 1024;
const gzip = { 'content-encoding': 'gzip' };

interface BadBody {
  readonly what: string;
  readonly body: () => Body;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly code: string;
}

const malformed = (what: string, body: Body): BadBody => ({
  what,
  body: () => body,
  status: 400,
  code: 'malformed-json',
});

const tooDeep = (what: string, body: string): BadBody => ({
  what,
  body: () => body,
  status: 400,
  code: 'too-deep',
});

const notUtf8 = (what: string, ...octets: readonly number[]): BadBody => ({
  what,
  body: () => Uint8Array.from(octets),
  status: 400,
  code: 'not-utf8',
});

/** Refused at the door: nothing of it is recorded. */
const badBodies: readonly BadBody[] = [
  malformed('JSON that is cut off', '{"specversion":"1.0",'),
  malformed('two documents', '{}{}'),
  malformed('NaN', '{"a":NaN}'),
  malformed('__proto__ at the top', '{"__proto__":{"polluted":true}}'),
  malformed('__proto__ in an array', '[{"a":[{"__proto__":{"polluted":1}}]}]'),
  malformed('__proto__ in escapes', '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}}'),
  malformed('constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}'),
  tooDeep('10,000 arrays deep', '['.repeat(10_000) + ']'.repeat(10_000)),
  tooDeep('a million brackets never closed', '['.repeat(1_000_000)),
  tooDeep('10,000 objects deep', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)),
  notUtf8('a lone byte', 0x22, 0xff, 0x22),
  notUtf8('an overlong slash', 0x22, 0xc0, 0xaf, 0x22),
  notUtf8('a surrogate in UTF-8', 0x22, 0xed, 0xa0, 0x80, 0x22),
  notUtf8('UTF-16', 0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00),
  { what: 'nothing', body: () => '', status: 400, code: 'empty-body' },
  { what: '11 MB', body: () => `["${'x'.repeat(11 * megabyte)}"]`, status: 413, code: 'too-large' },
  { what: '10,001 events', body: () => `[${'1,'.repeat(10_000)}1]`, status: 413, code: 'too-large' },
  { what: 'a gzip bomb of 200 MB', body: bomb, headers: gzip, status: 413, code: 'too-large' },
  {
    what: 'gzip that is cut off',
    body: () => zipped(JSON.stringify({ a: 'b'.repeat(100) })).slice(0, 20),
    headers: gzip,
    status: 400,
    code: 'malformed-gzip',
  },
  { what: 'gzip that is none', body: () => '{"a":1}', headers: gzip, status: 400, code: 'malformed-gzip' },
  {
    what: 'an encoding in an encoding',
    body: () => '{}',
    headers: { 'content-encoding': 'gzip, gzip' },
    status: 415,
    code: 'unsupported-encoding',
  },
  {
    what: 'a form',
    body: () => 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'unsupported-media-type',
  },
];

const refusedBody = (
  { ask }: Target,
  key: string,
  { what, body, headers = {}, status, code }: BadBody,
): Attempt => ({
  request: `POST /v1/events: ${what}`,
  must: `${status} ${code}`,
  play: async () => mustBe(await ask('/v1/events', { key, raw: body(), headers }), [status], code),
});

const fileInAnUnknownCharset = ({ ask }: Target, key: string): Attempt => ({
  request: 'POST /v1/connectors/cloudevents: a charset that is none',
  must: '415 unsupported-charset',
  play: async () =>
    mustBe(
      await ask('/v1/connectors/cloudevents', {
        key,
        raw: '{}',
        headers: { 'content-type': 'text/csv; charset=klingon' },
      }),
      [415],
      'unsupported-charset',
    ),
});

/** @param before answers that may come first, to what was well asked */
const refusedRaw = ({ url }: Target, request: string, sent: string, status: number, before = 0): Attempt => ({
  request,
  must: `${status}, the connection closed, and nothing answered after it`,
  play: async () => {
    const heard = await sendRaw(url(), sent, { answers: before + 2 });
    const { statuses, closed } = heard;
    return {
      held: statuses.at(-1) === status && statuses.length <= before + 1 && closed,
      answer: shownRaw(heard),
    };
  },
});

const rawAttempts = (target: Target, key: string): readonly Attempt[] => {
  const json = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x-${index}`, 'y']));
  const live = head('GET', '/livez', {});
  // Where the next request begins must never be a guess: what stands between may guess otherwise.
  const twoEnds = head('POST', '/v1/events', {
    ...json,
    'content-length': 4,
    'transfer-encoding': 'chunked',
  });
  const twoLengths = head('POST', '/v1/events', { ...json, 'content-length': '2\r\ncontent-length: 3' });
  const chunked = head('POST', '/v1/events', { ...json, 'transfer-encoding': 'chunked' });
  return [
    refusedRaw(target, 'GET /livez with 5,000 headers', head('GET', '/livez', many), 431),
    refusedRaw(target, 'GET with a path of 100 kB', head('GET', `/${'x'.repeat(100_000)}`, {}), 431),
    refusedRaw(target, 'rubbish behind GET /livez', `${live}\u0000\u0001rubbish\r\n\r\n`, 400, 1),
    refusedRaw(target, 'bytes that are no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', 400),
    refusedRaw(target, 'POST with a length and chunks', `${twoEnds}0\r\n\r\n${live}`, 400),
    refusedRaw(target, 'POST with two lengths', `${twoLengths}{} ${live}`, 400),
    refusedRaw(target, 'POST with a chunk whose size is no number', `${chunked}zz\r\n{}\r\n0\r\n\r\n`, 400),
  ];
};

/** Bodies that nobody should send, and requests that are none. */
export const bodiesKind: Kind = {
  name: 'bodies',
  harmless: true,
  attempts: async (target) => {
    const key = await target.keyOf('integrator');
    return [
      ...badBodies.map((bad) => refusedBody(target, key, bad)),
      fileInAnUnknownCharset(target, key),
      ...rawAttempts(target, key),
    ];
  },
};
