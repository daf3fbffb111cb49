import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and its certificate, both PEM. */
export interface SelfSigned {
  readonly key: string;
  readonly certificate: string;
}

const day = 24 * 60 * 60 * 1000;

/** One value of ASN.1 in DER: its tag, its length, its contents. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents);
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const ecdsaWithSha256 = sequence(der(0x06, bytes('2a8648ce3d040302')));
const commonName = der(0x06, bytes('550403'));
const alternativeName = der(0x06, bytes('551d11'));

/** `YYMMDDhhmmssZ` */
const utcTime = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`, 'ascii'));

/**
 * A fresh key with a certificate for 127.0.0.1 that it signed itself (RFC 5280), good for a day
 * before and after now: nothing secret is kept in the repository, and nothing has to be installed.
 */
export const selfSigned = (): SelfSigned => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from('double', 'ascii')))));
  const loopback = der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, bytes('02'))),
    der(0x02, bytes('01')),
    ecdsaWithSha256,
    name,
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(alternativeName, loopback))),
  );
  const signature = der(0x03, bytes('00'), sign('sha256', toBeSigned, privateKey));
  const certificate = sequence(toBeSigned, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n').trim()}\n-----END CERTIFICATE-----\n`,
  };
};
