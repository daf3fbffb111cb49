import { PassThrough } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import { unpacked } from './unpacked.ts';

describe('What unpacks a body', () => {
  const opened = () => {
    const [packed, response, gunzip] = [new PassThrough(), new PassThrough(), createGunzip()];
    const ended = new Promise((resolve) => gunzip.once('close', resolve));
    return { packed, response, ended, body: unpacked(packed, response, gunzip) };
  };
  const half = gzipSync('x'.repeat(1_000_000)).subarray(0, 500);

  it('ends with its memory when the upload is cut off', async () => {
    const { packed, ended, body } = opened();
    packed.write(half);
    packed.destroy();
    await expect(body.toArray()).rejects.toMatchObject({ code: 'cut-off' });
    await ended;
  });

  it('ends when the request is answered before its body was read', async () => {
    const { packed, response, ended } = opened();
    packed.write(half);
    response.end();
    response.resume();
    await ended;
  });

  it('ends when nothing more is read of it', async () => {
    const { packed, ended, body } = opened();
    packed.write(half);
    body.destroy();
    await ended;
  });
});
