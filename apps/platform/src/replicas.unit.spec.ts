import { Replicas } from './replicas.ts';

describe('The replicas of a service', () => {
  const urls = ['http://a:1', 'http://b:1', 'http://c:1'];
  const asked = (replicas: Replicas, times: number) =>
    Array.from({ length: times }, () => replicas.next()).sort();

  it('are asked as often as one another', () => {
    expect(asked(new Replicas(urls), 6)).toEqual([...urls, ...urls].sort());
  });

  it('are passed over for a moment after they could not be reached, unless no other is there', () => {
    let now = 0;
    const replicas = new Replicas(urls, () => now);
    replicas.missed('http://b:1');
    expect(new Set(asked(replicas, 6))).toEqual(new Set(['http://a:1', 'http://c:1']));
    for (const url of urls) replicas.missed(url);
    expect(new Set(asked(replicas, 6))).toEqual(new Set(urls));
    now = 1_000;
    expect(new Set(asked(replicas, 3))).toEqual(new Set(urls));
  });

  it('are named by an address', () => {
    expect(() => new Replicas(['orders'])).toThrow('Invalid URL');
  });
});
