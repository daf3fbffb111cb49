import { languageFor, localeFor } from './language.ts';
import { rich, t, within } from './words.ts';

describe('The language of a visitor', () => {
  it.each([
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr', 'en-US', 'de'], 'en'],
    [null, ['fr', 'DE'], 'de'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    ['de', ['en'], 'de'],
    ['en', ['de'], 'en'],
    ['xx', ['de'], 'de'],
    ['__proto__', ['constructor'], 'en'],
  ] as const)('is what was chosen (%s), else the first known of %j: %s', (chosen, preferred, language) => {
    expect(languageFor(chosen, preferred)).toBe(language);
  });

  it.each([
    ['de', ['en-US', 'de-CH', 'de'], 'de-CH'],
    ['de', ['en-US'], 'de'],
    ['en', ['de', 'en-US'], 'en-US'],
    ['en', ['de'], 'en-GB'],
  ] as const)('is written as in their own variety: %s of %j is %s', (language, preferred, locale) => {
    expect(localeFor(language, preferred)).toBe(locale);
  });
});

describe('Words', () => {
  it('have values, counts and elements in them', () => {
    expect(
      t('{count, plural, one {# order} other {# orders}} of {name}', { count: 1, name: '<b>{x}</b>' }),
    ).toBe('1 order of <b>{x}</b>');
    expect(t('{count, plural, one {# order} other {# orders}}', { count: 1_200 })).toBe('1,200 orders');
    expect(rich('since <b>{when}</b>!', { when: 'May', b: (chunks) => chunks.join('') })).toEqual([
      'since May!',
    ]);
  });

  it('that are one in English are told apart by what nobody reads', () => {
    expect([t('Open'), t('Open##do')]).toEqual(['Open', 'Open']);
  });

  it('are written small within an English sentence', () => {
    expect(within('Out of stock')).toBe('out of stock');
  });
});
