import { Role } from '@tributary/contracts';
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Identity, KeyVerifier } from './access.ts';

/** Long enough for clocks that differ a little, short enough that a leaked one is soon worth nothing. */
const lifetime = '30s';
const toleratedSkew = 10;
const issuer = 'tributary/gateway';
const algorithm = 'HS256';

const Claims = z.object({ sub: z.string().min(1), name: z.string(), role: Role });

const secretsOf = (secrets: readonly string[]): Uint8Array[] =>
  secrets.map((secret) => new TextEncoder().encode(secret));

export type IdentitySigner = (identity: Identity, service: string) => Promise<string>;

/**
 * The gateway's word for who is calling, for one service: a JWT (RFC 7519) under HMAC-SHA-256.
 * @param secrets at least 32 characters each; the first signs
 */
export const identitySigner = (secrets: readonly string[]): IdentitySigner => {
  const [secret] = secretsOf(secrets);
  return ({ keyId, name, role }, service) =>
    new SignJWT({ name, role })
      .setProtectedHeader({ alg: algorithm })
      .setSubject(keyId)
      .setIssuer(issuer)
      .setAudience(service)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(secret!);
};

/**
 * Takes the gateway's word, and nobody else's.
 * @param secrets any of them may have signed, so that they can be changed without a stop
 * @param services only what was signed for one of them is taken
 */
export const signedIdentities = (secrets: readonly string[], services: readonly string[]): KeyVerifier => {
  const keys = secretsOf(secrets);
  const options = {
    algorithms: [algorithm],
    issuer,
    audience: [...services],
    clockTolerance: toleratedSkew,
    maxTokenAge: lifetime,
    requiredClaims: ['exp', 'sub'],
  };
  return {
    verify: async (token) => {
      for (const key of keys) {
        try {
          const { payload } = await jwtVerify(token, key, options);
          const claims = Claims.safeParse(payload);
          return claims.success
            ? { keyId: claims.data.sub, name: claims.data.name, role: claims.data.role }
            : undefined;
        } catch (error) {
          if (!(error instanceof errors.JOSEError)) throw error;
        }
      }
      return undefined;
    },
  };
};
