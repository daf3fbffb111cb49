import { hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** Keeps secrets where others may read, with a key that is kept elsewhere. */
export interface SecretSealer {
  seal(text: string): Promise<string>;
  /** @throws Error it was sealed with another secret */
  open(sealed: string): Promise<string>;
}

const encoder = new TextEncoder();

/** One secret serves several ends: each has a key of its own (RFC 5869). */
const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'tributary sealed secrets', 32));

/**
 * Seals with A256GCM as a compact JWE (RFC 7516).
 * @param secrets the first seals, all of them open: while a secret is changed, the new one and the old one
 */
export const secretSealer = (secrets: readonly string[]): SecretSealer => {
  const keys = secrets.map(keyOf);
  const [newest] = keys;
  if (!newest) throw new RangeError('Secrets are sealed with at least one secret.');
  return {
    seal: (text) =>
      new CompactEncrypt(encoder.encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(newest),
    open: async (sealed) => {
      const opened = keys.map((key) => compactDecrypt(sealed, key).then(({ plaintext }) => plaintext));
      return new TextDecoder().decode(await Promise.any(opened));
    },
  };
};
