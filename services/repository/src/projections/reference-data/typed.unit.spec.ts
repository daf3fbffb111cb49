import { beginWords, isTypedOf, phoneEnds, tellingWord, typedDigits } from './typed.ts';

describe('What a person types', () => {
  it.each([
    ['ad byr', true],
    ['BYRON', true],
    ['zoe', true],
    ['byron ada zoe', true],
    ['yron', false],
    ['ada lovelace', false],
    [' – ', false],
  ])('%s begins words of a name, whatever their order, case and accents: %s', (typed, begins) => {
    expect(beginWords(typed, ['Ada Byron', undefined, 'Zoë'])).toBe(begins);
  });

  it.each([
    ['+49 (0)30 / 123-45', '493012345'],
    ['0049 30', '4930'],
    ['030 12345', '3012345'],
    ['123', undefined],
    ['Ada 1234', undefined],
  ])('%s has these digits of a phone number: %s', (typed, digits) => {
    expect(typedDigits(typed)).toBe(digits);
  });

  it.each([
    ['030 123', true],
    ['4567', true],
    ['+49 30 1234567', true],
    ['(0)30 1234', true],
    ['4568', false],
    ['ada@ex', true],
    ['ada@other', false],
    ['c-20', true],
  ])('%s is of a contact with that name, address, number or id: %s', (typed, isOf) => {
    const contact = { id: 'C-2041', name: 'Ada Byron', email: 'ada@example.com', phone: '+49 (0)30 1234567' };
    expect(isTypedOf(typed, contact)).toBe(isOf);
  });

  it('is looked up by its longest word, and a number by its ends', () => {
    expect([tellingWord('de Lovelace a'), tellingWord(' – ')]).toEqual(['lovelace', undefined]);
    expect(phoneEnds('030 12345')).toEqual(['3012345', '012345', '12345', '2345']);
    expect(phoneEnds('112')).toEqual([]);
  });
});
