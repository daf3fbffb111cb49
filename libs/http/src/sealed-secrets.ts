import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** Keeps secrets where others may read, with a key that is kept elsewhere. */
export interface SecretSealer {
  seal(text: string): Promise<string>;
  /** @throws Error it was sealed with another secret */
  open(sealed: string): Promise<string>;
}

const encoder = new TextEncoder();

/** What is sealed: one secret serves several ends, and each has a key of its own (RFC 5869). */
export type SealedEnd = 'tributary sealed secrets' | 'tributary browser sessions';

const keyOf = (secret: string, end: SealedEnd): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', end, 32));

/** Nothing else is tried on what strangers may have made. */
const taken = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };

/**
 * Seals with A256GCM as a compact JWE (RFC 7516).
 * @param secrets the first seals, all of them open: while a secret is changed, the new one and the old one
 * @param end what was sealed for another one is not opened
 */
export const secretSealer = (
  secrets: readonly string[],
  end: SealedEnd = 'tributary sealed secrets',
): SecretSealer => {
  const keys = secrets.map((secret) => keyOf(secret, end));
  const [newest] = keys;
  if (!newest) throw new RangeError('Secrets are sealed with at least one secret.');
  return {
    seal: (text) =>
      new CompactEncrypt(encoder.encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(newest),
    open: async (sealed) => {
      const opened = keys.map((key) => compactDecrypt(sealed, key, taken).then(({ plaintext }) => plaintext));
      return new TextDecoder().decode(await Promise.any(opened));
    },
  };
};
