import { Address, Customer, isEmailAddress } from './shapes.ts';
import { CustomerUpdated } from './reference-data.ts';

describe('Contact details', () => {
  it.each([
    ['a street of 310 characters', { country: 'IN', street: 'a'.repeat(310) }],
    ['a postal code of 30', { country: 'US', postalCode: '1'.repeat(30) }],
    ['a country by its name', { country: 'Deutschland' }],
    ['no country', { city: 'Leeds' }],
  ])('are kept as they were told, with %s', (_, address) => {
    expect(Address.parse(address)).toStrictEqual(address);
  });

  it.each([
    ['an e-mail in another script', { email: 'jürgen@müller.example' }],
    ['an e-mail of another standard', { email: 'a..b@docomo.example' }],
    ['an e-mail that is none', { email: 'none, ask at the counter' }],
    [
      'a telephone number with words',
      { phone: '0113 496 0000, after six; her sister answers and calls back' },
    ],
  ])('are kept as they were told, with %s', (_, customer) => {
    expect(Customer.parse(customer)).toStrictEqual(customer);
    expect(CustomerUpdated.parse({ id: 'C1', ...customer })).toStrictEqual({ id: 'C1', ...customer });
  });

  it('are left out where they are empty', () => {
    expect(Address.parse({ country: 'DE', city: '', street: '  ' })).toStrictEqual({ country: 'DE' });
    expect(Customer.parse({ id: '', name: 'Ann', email: '', phone: ' ' })).toStrictEqual({ name: 'Ann' });
  });

  it('name a country by its code in capitals', () => {
    expect(Address.parse({ country: 'gb' })).toStrictEqual({ country: 'GB' });
  });

  it('are refused where no person could have meant them', () => {
    expect(Customer.safeParse({ name: 'a'.repeat(2_001) }).success).toBe(false);
    expect(Customer.safeParse({ nmae: 'Ann' }).success).toBe(false);
  });
});

describe('An e-mail address', () => {
  it.each(['jürgen@müller.example', 'a..b@docomo.example', "o'brien@example.com", 'root@localhost'])(
    'is %s',
    (text) => expect(isEmailAddress(text)).toBe(true),
  );
  it.each(['', 'ann', 'a@b@c', '@b', 'a@', 'ann @example.com', `${'a'.repeat(250)}@b.de`])(
    'is not %p',
    (text) => expect(isEmailAddress(text)).toBe(false),
  );
});
