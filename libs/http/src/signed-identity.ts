import { createSecretKey } from 'node:crypto';
import { Role } from '@tributary/contracts';
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Identity, KeyVerifier } from './access.ts';

/** Long enough for a request to arrive, short enough that a leaked one is soon worth nothing. */
const lifetime = '30s';
/** How far clocks of two machines may differ, in seconds. */
const toleratedSkew = 10;
const issuer = 'tributary/gateway';
const algorithm = 'HS256';
/** Characters of a secret: as many bytes as the hash has, below which RFC 7518 (3.2) forbids it. */
const shortestSecret = 32;

/**
 * What services are told of an identity. Messages are taken in by the gateway alone: for which sources a key
 * speaks is nothing to them, and may be more than a header takes.
 */
type Told = Omit<Identity, 'sources'>;

/** All that they are told: the compiler insists on each, so that none is lost on the way. */
const carried: { readonly [Name in keyof Required<Told>]: z.ZodType<Told[Name]> } = {
  keyId: z.string().min(1),
  name: z.string(),
  role: Role,
};
/** Strict: a limit that this process does not know yet must not be passed over. */
const Claims = z.object({ identity: z.strictObject(carried) });

/** @throws RangeError without a secret, or with one that is too short */
const keysOf = (secrets: readonly string[]) => {
  if (secrets.length === 0 || secrets.some(({ length }) => length < shortestSecret))
    throw new RangeError(`Identities are signed with secrets of at least ${shortestSecret} characters each.`);
  return secrets.map((secret) => createSecretKey(secret, 'utf8'));
};

/** Signs who is calling, for one service alone, for 30 seconds. */
export type IdentitySigner = (identity: Identity, service: string) => Promise<string>;

/**
 * The gateway's word for who is calling: a JWT (RFC 7519) under HMAC-SHA-256.
 * @param secrets at least 32 characters each; the first signs, the others are those being changed
 * @throws RangeError without a secret, or with one that is too short
 */
export const identitySigner = (secrets: readonly string[]): IdentitySigner => {
  const [key] = keysOf(secrets);
  return ({ sources: _, ...identity }, service) =>
    new SignJWT({ identity })
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(issuer)
      .setAudience(service)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(key!);
};

/**
 * Takes the gateway's word, and nobody else's: no API key, nothing signed for another service.
 * @param secrets at least 32 characters each; any of them may have signed, so that they can be changed without a stop
 * @param services only what was signed for one of them is taken
 * @throws RangeError without a secret, or with one that is too short
 */
export const signedIdentities = (secrets: readonly string[], services: readonly string[]): KeyVerifier => {
  const keys = keysOf(secrets);
  const options = {
    algorithms: [algorithm],
    issuer,
    audience: [...services],
    clockTolerance: toleratedSkew,
    maxTokenAge: lifetime,
    requiredClaims: ['exp'],
  };
  return {
    verify: async (token) => {
      for (const key of keys) {
        try {
          const { payload } = await jwtVerify(token, key, options);
          return Claims.safeParse(payload).data?.identity;
        } catch (error) {
          if (!(error instanceof errors.JOSEError)) throw error;
        }
      }
      return undefined;
    },
  };
};
