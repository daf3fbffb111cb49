/** Keeps secrets where others may read: with a key that is kept elsewhere. */
export interface Sealer {
  seal(text: string): Promise<string>;
  /** @throws Error it was sealed with a key that is not here */
  open(sealed: string): Promise<string>;
}

/** A secret was sealed with a key that is not here any more. */
export class UnreadableSecret extends Error {
  override readonly name = 'UnreadableSecret';
}

/** What came of a message that was sent to a receiver. */
export type Posted =
  | {
      readonly status: number;
      /** For how long the receiver asks to be let alone, in milliseconds. */
      readonly retryAfter?: number;
    }
  /** Why it was not answered: not allowed, not there, too slow. */
  | { readonly unreachable: string };

/** Sends messages to the addresses of others. */
export interface Poster {
  /** Why nothing may be sent to an address; nothing where it may be, as far as can be told without asking for it. */
  refusalOf(url: string): string | undefined;
  post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Posted>;
}

/** The time, and waiting for it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
