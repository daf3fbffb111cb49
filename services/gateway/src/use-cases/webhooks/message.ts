import { Webhook as Signer } from 'standardwebhooks';
import type { Posted, Poster } from './outgoing.ts';

/** An event on its way to one receiver. */
export interface Message {
  readonly eventId: string;
  /** The event as JSON. */
  readonly body: string;
}

/** Sends events to one receiver, signed. */
export class Sender {
  private readonly signers: readonly Signer[];

  /** @param secrets `whsec_…`: a receiver that knows one of them takes the message */
  constructor(
    private readonly poster: Pick<Poster, 'post'>,
    private readonly url: string,
    secrets: readonly string[],
  ) {
    this.signers = secrets.map((secret) => new Signer(secret));
  }

  /**
   * Sends one message, by Standard Webhooks 1.0.
   * @param now milliseconds since 1970
   * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
   */
  send({ eventId, body }: Message, now: number, signal: AbortSignal): Promise<Posted> {
    const at = new Date(now);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Tributary',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(now / 1_000)),
      'webhook-signature': this.signers.map((signer) => signer.sign(eventId, at, body)).join(' '),
    };
    return this.poster.post(this.url, headers, body, signal);
  }
}

/** Whether a receiver took a message: it answered with a status of 200 to 299. */
export const isTaken = (posted: Posted): boolean =>
  'status' in posted && posted.status >= 200 && posted.status < 300;

export const wordsOf = (posted: Posted): string =>
  'status' in posted ? `answered ${posted.status}` : posted.unreachable;
