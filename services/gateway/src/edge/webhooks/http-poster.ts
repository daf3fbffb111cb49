import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import type { Posted, Poster } from '../../use-cases/webhooks/outgoing.ts';
import { type Allowed, isAllowedPrivate, mayBeSentTo } from './networks.ts';

/** How long a receiver may take to be reached and to answer, in milliseconds. */
const patienceToConnect = 5_000;
const patience = 15_000;
/** Bytes of an answer that are read, so that its connection can be used again. */
const mostRead = 16_384;

const notAllowed = 'its address is not one that webhooks may be sent to';

/** An address that a name stands for is none that may be sent to. */
class NotAllowed extends Error {
  readonly code = 'ENOTALLOWED';
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Sends messages over HTTP. Addresses are looked at when they are connected to, so a name that stands for another one
 * by then (DNS rebinding) is no way in; redirections are not followed. HTTP without TLS goes to private networks that
 * are allowed alone.
 */
export class HttpPoster implements Poster {
  private readonly secure: Agent;
  private readonly plain: Agent;

  constructor(private readonly allowed: Allowed) {
    this.secure = agentTo((address) => mayBeSentTo(address, allowed));
    this.plain = agentTo((address) => isAllowedPrivate(address, allowed));
  }

  refusalOf(url: string): string | undefined {
    const parsed = URL.parse(url);
    if (!parsed) return 'it is no address';
    if (parsed.username !== '' || parsed.password !== '') return 'it holds a user or a password';
    const host = hostOf(parsed);
    const isLiteral = isIP(host) !== 0;
    if (isLiteral && !mayBeSentTo(host, this.allowed)) return notAllowed;
    if (parsed.protocol === 'https:') return undefined;
    if (parsed.protocol !== 'http:') return 'it is not https://';
    // Of a name its addresses tell, once it is connected to.
    return this.allowed.length > 0 && (!isLiteral || isAllowedPrivate(host, this.allowed))
      ? undefined
      : 'it is not https://, and in no private network that is allowed';
  }

  async post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Posted> {
    const refusal = this.refusalOf(url);
    if (refusal !== undefined) return { unreachable: refusal };
    try {
      const answer = await request(url, {
        method: 'POST',
        headers,
        body,
        dispatcher: url.startsWith('https:') ? this.secure : this.plain,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      });
      await answer.body.dump({ limit: mostRead }).catch(() => {});
      const retryAfter = waitAskedIn(answer.headers['retry-after']);
      return { status: answer.statusCode, ...(retryAfter !== undefined && { retryAfter }) };
    } catch (error) {
      return { unreachable: wordsOf(error) };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.secure.destroy(), this.plain.destroy()]);
  }
}

/** Connections to some addresses alone, whatever names stand for them. */
const agentTo = (mayBe: (address: string) => boolean): Agent => {
  const lookupAllowed = (host: string, options: LookupOptions, found: Found): void =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const good = addresses.filter(({ address }) => mayBe(address));
      const [first] = good;
      if (!first) return found(new NotAllowed(notAllowed), []);
      if (options.all) found(null, good);
      else found(null, first.address, first.family);
    });
  return new Agent({
    connect: { timeout: patienceToConnect, lookup: lookupAllowed as never },
    headersTimeout: patience,
    bodyTimeout: patience,
    connections: 8,
    // Of receivers that are sent nothing any more no connection is kept for long.
    keepAliveTimeout: 10_000,
  });
};

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from now. */
const waitAskedIn = (header: string | string[] | undefined): number | undefined => {
  if (typeof header !== 'string') return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
};

const wordsOf = (error: unknown): string => {
  if (error instanceof NotAllowed) return error.message;
  const { code, name, cause } = error as { code?: string; name?: string; cause?: unknown };
  if (cause instanceof NotAllowed) return cause.message;
  if (name === 'TimeoutError') return `it did not answer within ${patience / 1_000} s`;
  return `it could not be reached (${code ?? name ?? 'unknown'})`;
};
