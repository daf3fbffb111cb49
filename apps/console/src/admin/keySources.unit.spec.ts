import { sourcesIn } from './keySources.ts';

describe('The sources of a key', () => {
  it('are typed one on a line or between commas, each once', () => {
    expect(sourcesIn('urn:shop:*\n urn:pos:1, urn:shop:*,\n')).toEqual(['urn:shop:*', 'urn:pos:1']);
  });

  it('are none where nothing is typed', () => {
    expect(sourcesIn(' \n')).toEqual([]);
  });
});
