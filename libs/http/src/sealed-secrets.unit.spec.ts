import { secretSealer } from './sealed-secrets.ts';

const [before, now] = ['the secret before'.padEnd(32, '.'), 'the secret now'.padEnd(32, '.')];

describe('A sealed secret', () => {
  it('says nothing by itself, and is read with what it was sealed with', async () => {
    const sealer = secretSealer([now]);
    const sealed = await sealer.seal('whsec_abc');
    expect(sealed).not.toContain('whsec');
    expect(Buffer.from(sealed.split('.')[3]!, 'base64url').toString()).not.toContain('whsec');
    expect(await sealer.open(sealed)).toBe('whsec_abc');
    expect(await sealer.seal('whsec_abc')).not.toBe(sealed);
  });

  it('is read while the secret is changed, and no longer without it', async () => {
    const sealed = await secretSealer([before]).seal('whsec_abc');
    expect(await secretSealer([now, before]).open(sealed)).toBe('whsec_abc');
    await expect(secretSealer([now]).open(sealed)).rejects.toThrow();
    await expect(secretSealer([before]).open(`${sealed.slice(0, -2)}AA`)).rejects.toThrow();
  });

  it('is not read by what is for another end, of the same secret', async () => {
    const sealed = await secretSealer([now]).seal('whsec_abc');
    await expect(secretSealer([now], 'tributary browser sessions').open(sealed)).rejects.toThrow();
  });
});
