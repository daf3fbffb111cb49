import { type Identity, roles } from '@tributary/contracts';
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose';
import { gatewayItself } from './access.ts';
import { identitySigner, signedIdentities } from './signed-identity.ts';

const secret = 'a-secret-of-the-gateway-and-its-services';
const another = 'another-secret-of-the-gateway-and-services';
const csr: Identity = { keyId: 'key-1', name: 'Phone orders', role: 'csr' };
const verify = (token: string, services = ['order'], secrets = [secret]) =>
  signedIdentities(secrets, services).verify(token);
const seconds = (distance: number) => Math.floor(Date.now() / 1_000) + distance;

interface Parts {
  readonly identity?: object;
  readonly audience?: string;
  readonly issuer?: string;
  readonly issued?: number;
  readonly expires?: number;
}

/** As the gateway makes it, but for the parts given. */
const made = <Token extends SignJWT | UnsecuredJWT>(token: Token, parts: Parts = {}): Token =>
  token
    .setIssuer(parts.issuer ?? 'tributary/gateway')
    .setAudience(parts.audience ?? 'order')
    .setIssuedAt(parts.issued ?? seconds(0))
    .setExpirationTime(parts.expires ?? seconds(30)) as Token;

const signed = (parts: Parts = {}, alg = 'HS256') =>
  made(new SignJWT({ identity: parts.identity ?? csr }), parts)
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret.padEnd(64, '.').slice(0, alg === 'HS256' ? secret.length : 64)));

describe('The word of the gateway', () => {
  it('tells a service who is calling, all there is to tell', async () => {
    const sign = identitySigner([secret]);
    for (const role of roles)
      expect(await verify(await sign({ ...csr, role }, 'order'))).toEqual({ ...csr, role });
    expect(await verify(await sign(gatewayItself, 'order'))).toEqual(gatewayItself);
    expect(await verify(await signed())).toEqual(csr);
  });

  it('is silent about the sources a key is bound to: messages are taken in at the door', async () => {
    const sources = Array.from({ length: 100 }, (_, n) => `urn:shop:${n}`);
    const token = await identitySigner([secret])({ ...csr, sources }, 'order');
    expect(token.length).toBeLessThanOrEqual(2_000);
    expect(await verify(token)).toEqual(csr);
  });

  it('keeps to what a header takes, whatever a key is called', async () => {
    for (const letter of ['ü', '\u{1F4E6}', '\u0001']) {
      const named = { ...csr, keyId: 'x'.repeat(36), name: letter.repeat(120) };
      const token = await identitySigner([secret])(named, 'repository');
      expect(token.length).toBeLessThanOrEqual(2_000);
      expect(token).toMatch(/^[!-~]+$/);
      expect(await verify(token, ['repository'])).toEqual(named);
    }
  });

  it('is taken under either secret while they are being changed', async () => {
    const old = await identitySigner([secret])(csr, 'order');
    const fresh = await identitySigner([another, secret])(csr, 'order');
    expect(await verify(old, ['order'], [another, secret])).toEqual(csr);
    expect(await verify(fresh, ['order'], [secret, another])).toEqual(csr);
    expect(await verify(fresh)).toBeUndefined();
  });

  it('counts for the service it was given to, and no other', async () => {
    const token = await identitySigner([secret])(csr, 'order');
    expect(await verify(token, ['inventory', 'order'])).toEqual(csr);
    expect(await verify(token, ['inventory', 'sourcing'])).toBeUndefined();
    expect(await verify(token, [])).toBeUndefined();
  });

  it.each<[string, Parts]>([
    ['has passed', { issued: seconds(-120), expires: seconds(-90) }],
    ['was made for longer than a moment', { issued: seconds(-600), expires: seconds(600) }],
    ['is of a time to come', { issued: seconds(60), expires: seconds(90) }],
    ['comes from somebody else', { issuer: 'somebody' }],
    ['names a role there is not', { identity: { ...csr, role: 'owner' } }],
    ['names no key', { identity: { name: 'x', role: 'admin' } }],
    ['carries a limit that is not known here', { identity: { ...csr, until: 'noon' } }],
  ])('is not taken when it %s', async (_, parts) => {
    expect(await verify(await signed(parts))).toBeUndefined();
  });

  it('is not taken unsigned, nor under another algorithm', async () => {
    const claims = { identity: { ...csr, role: 'admin' } };
    const { privateKey } = await generateKeyPair('RS256');
    const foreign = made(new SignJWT(claims)).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    for (const bad of [made(new UnsecuredJWT(claims)).encode(), await foreign])
      expect(await verify(bad)).toBeUndefined();
    const long = secret.padEnd(64, '.');
    expect(await verify(await signed({}, 'HS512'), ['order'], [long])).toBeUndefined();
  });

  it('is not taken with other claims than were signed', async () => {
    const [head, payload, signature] = (await signed()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    const altered = JSON.stringify({ ...claims, identity: { ...csr, role: 'admin' } });
    const raised = Buffer.from(altered).toString('base64url');
    expect(await verify(`${head}.${raised}.${signature}`)).toBeUndefined();
    expect(await verify(`${head}.${payload}.`)).toBeUndefined();
  });

  it.each([['trb_0123456789abcdef'], ['a.b.c'], ['..'], ['']])('is not the API key %p', async (key) => {
    expect(await verify(key)).toBeUndefined();
  });

  it('cannot be given with a secret that can be guessed, or none', () => {
    for (const secrets of [[], [''], ['x'.repeat(31)], [secret, 'short']]) {
      expect(() => identitySigner(secrets)).toThrow(RangeError);
      expect(() => signedIdentities(secrets, ['order'])).toThrow('at least 32 characters');
    }
  });
});
