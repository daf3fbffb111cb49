import { allowedNetworks, mayBeSentTo } from './networks.ts';

describe('An address that a webhook names', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('is not taken where it is nobody’s on the internet: %s', (address) => {
    expect(mayBeSentTo(address, [])).toBe(false);
  });

  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'is taken where it is: %s',
    (address) => {
      expect(mayBeSentTo(address, [])).toBe(true);
    },
  );

  it('is taken where its network is allowed, and no other', () => {
    const allowed = allowedNetworks(['10.1.0.0/16', '127.0.0.0/8', 'fd12::/16']);
    expect(
      ['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd12::7'].map((each) => mayBeSentTo(each, allowed)),
    ).toEqual([true, true, true, true]);
    expect(
      ['10.2.0.1', '169.254.169.254', '::1', 'fd13::1'].map((each) => mayBeSentTo(each, allowed)),
    ).toEqual([false, false, false, false]);
  });

  it('is in a network that is one', () => {
    expect(() => allowedNetworks(['10.1.0.0'])).toThrow(RangeError);
    expect(() => allowedNetworks(['everything'])).toThrow('everything is no network');
  });
});
