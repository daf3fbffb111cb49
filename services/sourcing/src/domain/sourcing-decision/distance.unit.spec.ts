import { distanceKm } from './distance.ts';

const london = { latitude: 51.5074, longitude: -0.1278 };
const paris = { latitude: 48.8566, longitude: 2.3522 };

describe('The distance between two places', () => {
  it('is the great circle, in whole kilometres, either way', () => {
    expect(distanceKm(london, paris)).toBe(344);
    expect(distanceKm(paris, london)).toBe(344);
  });

  it('is nothing at the same place and half the earth at the other end', () => {
    expect(distanceKm(london, london)).toBe(0);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBe(20_015);
  });

  it('goes the short way over the date line', () => {
    expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBe(111);
  });
});
