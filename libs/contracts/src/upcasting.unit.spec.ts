import { readFileSync } from 'node:fs';
import { facts } from './facts/index.ts';
import { supersededTypes, upcast } from './upcasting.ts';

/** An event as it was stored; these files are never edited, because stored events never are. */
const golden = (name: string) =>
  JSON.parse(readFileSync(new URL(`./golden/${name}.json`, import.meta.url), 'utf8')) as {
    type: string;
    data: Record<string, unknown>;
  };

const types = new Set(Object.values(facts).flatMap((of) => Object.keys(of)));

describe('An event stored in an older version', () => {
  it('reads as the current one: an order placed in version 1 gives each line the order’s method', () => {
    expect(upcast(golden('order.placed.v1'))).toEqual(golden('order.placed.v2'));
  });

  it('fits the current schema', () => {
    const { type, data } = upcast(golden('order.placed.v1'));
    expect(facts.order[type as 'tributary.order.placed.v2'].parse(data)).toEqual(data);
  });

  it('that was not collected anywhere says nothing of where', () => {
    const { type, data } = golden('order.placed.v1');
    const { pickupAt: _, ...shipped } = data;
    const { lines } = upcast({ type, data: { ...shipped, method: 'ship' } as Record<string, unknown> }).data;
    expect((lines as object[]).map((line) => 'pickupAt' in line)).toEqual([false, false]);
  });

  it('keeps everything beside its type and data, and is not changed itself', () => {
    const stored = { ...golden('order.placed.v1'), version: 1, time: '2025-01-01T00:00:00.000Z' };
    expect(upcast(stored)).toEqual({
      ...golden('order.placed.v2'),
      version: 1,
      time: '2025-01-01T00:00:00.000Z',
    });
    expect(stored.type).toBe('tributary.order.placed.v1');
    expect(stored.data).toEqual(golden('order.placed.v1').data);
  });
});

describe('An event in its current version', () => {
  it('is read as it is', () => {
    const current = golden('order.placed.v2');
    expect(upcast(current)).toBe(current);
  });

  it('is what every older version ends in, and no older version is published any more', () => {
    expect(supersededTypes.filter((type) => types.has(type))).toEqual([]);
    for (const type of supersededTypes) {
      expect(types).toContain(upcast({ type, data: { lines: [] } }).type);
    }
  });
});
