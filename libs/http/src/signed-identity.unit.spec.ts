import type { Identity } from '@tributary/contracts';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { identitySigner, signedIdentities } from './signed-identity.ts';

const secret = 'a-secret-of-the-gateway-and-its-services';
const another = 'another-secret-of-the-gateway-and-services';
const csr: Identity = { keyId: 'key-1', name: 'Phone orders', role: 'csr' };
const verify = (token: string, service = 'order', secrets = [secret]) =>
  signedIdentities(secrets, [service]).verify(token);
const seconds = (distance: number) => Math.floor(Date.now() / 1_000) + distance;

/** As the gateway signs it, but for the parts given. */
const token = (parts: { role?: string; audience?: string; issuer?: string; issued?: number; expires?: number }) =>
  new SignJWT({ name: csr.name, role: parts.role ?? csr.role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(csr.keyId)
    .setIssuer(parts.issuer ?? 'tributary/gateway')
    .setAudience(parts.audience ?? 'order')
    .setIssuedAt(parts.issued ?? seconds(0))
    .setExpirationTime(parts.expires ?? seconds(30))
    .sign(new TextEncoder().encode(secret));

describe('The word of the gateway', () => {
  it('tells a service who is calling', async () => {
    expect(await verify(await identitySigner([secret])(csr, 'order'))).toEqual(csr);
    expect(await verify(await token({}))).toEqual(csr);
  });

  it('is taken under either secret while they are being changed', async () => {
    const old = await identitySigner([secret])(csr, 'order');
    const fresh = await identitySigner([another, secret])(csr, 'order');
    expect(await verify(old, 'order', [another, secret])).toEqual(csr);
    expect(await verify(fresh, 'order', [another, secret])).toEqual(csr);
    expect(await verify(fresh)).toBeUndefined();
  });

  it('counts for the service it was given to, and no other', async () => {
    expect(await verify(await identitySigner([secret])(csr, 'order'), 'inventory')).toBeUndefined();
  });

  it.each([
    ['has passed', { issued: seconds(-120), expires: seconds(-60) }],
    ['was made for longer than a moment', { issued: seconds(-600), expires: seconds(600) }],
    ['comes from somebody else', { issuer: 'somebody' }],
    ['names a role there is not', { role: 'owner' }],
  ])('is not taken when it %s', async (_, parts) => {
    expect(await verify(await token(parts))).toBeUndefined();
  });

  it('is not taken unsigned, under another algorithm, changed, or when it is no token at all', async () => {
    const claims = { name: csr.name, role: 'admin' };
    const unsigned = new UnsecuredJWT(claims)
      .setSubject('x')
      .setIssuer('tributary/gateway')
      .setAudience('order')
      .setIssuedAt()
      .setExpirationTime('30s')
      .encode();
    const { privateKey } = await generateKeyPair('RS256');
    const foreign = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256' })
      .setSubject('x')
      .setIssuer('tributary/gateway')
      .setAudience('order')
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(privateKey);
    const [head, , signature] = (await token({})).split('.');
    const payload = Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url');
    for (const bad of [unsigned, foreign, `${head}.${payload}.${signature}`, 'trb_abc', 'a.b.c', ''])
      expect(await verify(bad)).toBeUndefined();
  });
});
