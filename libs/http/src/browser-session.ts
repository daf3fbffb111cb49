import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '@tributary/contracts';
import { Problem } from './problem.ts';

/** Who a session is of, and until when it is good, in milliseconds since 1970. */
export interface OpenSession {
  readonly identity: Identity;
  readonly until: number;
}

/** What became of a session that opens nothing: its time is over (or it is none of ours), or its key was revoked. */
export type EndedSession = 'over' | 'revoked';

export const sessionCookie = 'tributary-session';

/** As a compact JWE is written, and no longer. */
const sealedForm = /^[\w.-]{1,2000}$/;

/** The session that a browser shows, sealed; none where an API key is shown, which always wins. */
export const sealedSessionIn = ({
  headers: { authorization, cookie = '' },
}: Pick<FastifyRequest, 'headers'>): string | undefined => {
  const sealed = authorization === undefined ? parseCookie(cookie)[sessionCookie] : undefined;
  return sealed !== undefined && sealedForm.test(sealed) ? sealed : undefined;
};

/**
 * What has a browser keep a session, out of reach of scripts and of pages of others.
 * @param seconds how long it keeps it; 0 has it forgotten
 */
export const sessionCookieOf = (request: FastifyRequest, sealed: string, seconds: number): string =>
  stringifySetCookie({
    name: sessionCookie,
    value: sealed,
    path: '/',
    maxAge: seconds,
    httpOnly: true,
    sameSite: 'strict',
    secure: cameByHttps(request),
  });

/** TLS mostly ends before us: of that the browser tells by the origin of its page. Whoever lies does so about a cookie of their own. */
const cameByHttps = ({ protocol, headers }: FastifyRequest): boolean =>
  protocol === 'https' || headers.origin?.startsWith('https://') === true;

/** Of what a browser tells of the page that asks, what says that it is not ours; undefined where it is, `untold` where nothing is told. */
const strangenessOf = ({ headers }: FastifyRequest): string | undefined => {
  const { 'sec-fetch-site': site, origin, host } = headers;
  if (site !== undefined) return site === 'same-origin' ? undefined : `Sec-Fetch-Site is ${String(site)}`;
  if (origin === undefined) return 'untold';
  return URL.canParse(origin) && new URL(origin).host === host ? undefined : `Origin is ${origin}`;
};

const fromElsewhere = (told: string): Problem =>
  new Problem(
    403,
    'cross-origin',
    told === 'untold'
      ? 'A session is used from the console alone, and nothing tells that this request came from it: neither Sec-Fetch-Site nor Origin was sent. Programs send an API key.'
      : `A session is used from the console alone, and this request came from elsewhere: ${told}.`,
  );

/**
 * For what a browser must not be made to do by the page of somebody else.
 * @throws Problem 403 `cross-origin`
 */
export const assertOwnPage = (request: FastifyRequest): void => {
  const told = strangenessOf(request);
  if (told !== undefined) throw fromElsewhere(told);
};

const isStream = ({ routeOptions: { url }, headers }: FastifyRequest): boolean =>
  url?.endsWith('/live') === true || headers.accept?.includes('text/event-stream') === true;

/**
 * Why a request is not taken under a session: it changes something, or opens a stream, for the page of somebody else.
 * Outside of HTTPS browsers tell nothing of a page that reads from its own server: such a stream is let through.
 */
export const refusalOfSession = (request: FastifyRequest): Problem | undefined => {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && !isStream(request)) return undefined;
  const told = strangenessOf(request);
  return told === undefined || (isRead && told === 'untold') ? undefined : fromElsewhere(told);
};

/** What is answered to a session that opens nothing. */
export const problemOfSession = (ended: EndedSession): Problem =>
  ended === 'over'
    ? new Problem(401, 'session-over', 'This session is over: sign in again.')
    : new Problem(401, 'key-revoked', 'The API key that this session began with is unknown or revoked.');
