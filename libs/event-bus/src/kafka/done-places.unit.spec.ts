import { describe, expect, it } from '@jest/globals';
import { DonePlaces, donePlacesFrom } from './done-places.ts';

const said = (places: DonePlaces, through: number) =>
  Object.fromEntries(donePlacesFrom(places.metadataThrough(through)));
const at = (offset: number, partition = 'orders:0:first') => ({ partition, offset });

describe('What a commit says beside its offset', () => {
  it('is the highest position through there, not what was read ahead', () => {
    const places = new DonePlaces();
    [10, 12, 15].forEach((position, on) => places.add(on, at(position), true));
    expect(said(places, 1)).toEqual({ 'orders:0:first': 12 });
    expect(said(places, 2)).toEqual({ 'orders:0:first': 15 });
  });

  it('holds a place for each log, what was done before a restart included', () => {
    const places = new DonePlaces(new Map([['orders:0:first', 40]]));
    places.add(7, at(3, 'orders:0:second'), true);
    expect(said(places, 7)).toEqual({ 'orders:0:first': 40, 'orders:0:second': 3 });
  });

  it('passes over long runs that concern nobody without growing, and only once they are behind', () => {
    const places = new DonePlaces();
    places.add(0, at(1), true);
    for (let on = 1; on < 1_000; on += 1) places.add(on, at(on + 1), false);
    places.add(1_000, at(1_001), true);
    expect(said(places, 0)).toEqual({ 'orders:0:first': 1 });
    expect(said(places, 999)).toEqual({ 'orders:0:first': 1_000 });
  });

  it('is nothing where it would be too long for the brokers, and reads as nothing what others wrote', () => {
    const many = Array.from({ length: 200 }, (_, n) => [`dead-letters:0:first:parked-${n}`, n] as const);
    expect(new DonePlaces(new Map(many)).metadataThrough(0)).toBe('');
    for (const metadata of ['', 'by hand', 'null', '{"a":"b"}'])
      expect(donePlacesFrom(metadata).size).toBe(0);
  });
});
