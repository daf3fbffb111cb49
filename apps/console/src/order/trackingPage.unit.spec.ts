import { trackingPage } from './trackingPage.ts';

describe('Where a carrier shows a parcel', () => {
  it.each([
    ['DHL', 'https://www.dhl.com/en/home/tracking.html?tracking-id=JD%2F1'],
    ['dhl Express', 'https://www.dhl.com/en/home/tracking.html?tracking-id=JD%2F1'],
    [' UPS ', 'https://www.ups.com/track?tracknum=JD%2F1'],
    ['Royal Mail', 'https://www.royalmail.com/track-your-item#/tracking-results/JD%2F1'],
  ])('is known of %s, however it is written', (carrier, page) => {
    expect(trackingPage(carrier, ' JD/1 ')).toBe(page);
  });

  it.each([
    ['Parcel North', 'PN1'],
    ['Upside Couriers', 'U1'],
    [undefined, 'U1'],
    ['UPS', undefined],
  ])('is not known of %s with the number %s', (carrier, tracking) => {
    expect(trackingPage(carrier, tracking)).toBeUndefined();
  });
});
