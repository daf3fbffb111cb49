import type { InboundInput } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { inbound } from '@tributary/testing';
import fc from 'fast-check';
import { type CustomerLink, customerLink, customerLinks } from './customer-links.ts';

type Named = Omit<InboundInput<'tributary.customer.unlinked.v1'>, 'why'>;
const pair: Named = { customerId: 'C-1', by: 'email', value: 'ada@example.com' };

const told = (
  kind: 'linked' | 'unlinked',
  hour: number,
  position = hour,
  named: Named = pair,
): RecordedEvent => ({
  id: `m${position}`,
  type: `tributary.customer.${kind}.v1`,
  time: `2026-03-02T${hour}:00:00.000Z`,
  data: inbound(`tributary.customer.${kind}.v1`, { ...named, why: `${kind} at ${hour}` }),
  metadata: { source: 'urn:crm', ...(kind === 'unlinked' && { actor: 'csr 7' }) },
  position,
  stream: 'inbox-urn:crm',
  version: position,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

const after = (events: readonly RecordedEvent[]): CustomerLink | undefined =>
  events.reduce<CustomerLink | undefined>((link, event) => customerLink.evolve(link, event), undefined);
const foundBy = (link: CustomerLink) => customerLinks.many!['identity']!.of(link);

describe('A link of an identity with a customer', () => {
  it('says who said so and why, and is found by both', () => {
    const link = after([told('linked', 10)])!;
    expect(link).toStrictEqual({
      ...pair,
      linked: true,
      why: 'linked at 10',
      actor: 'urn:crm',
      updatedAt: '2026-03-02T10:00:00.000Z',
      position: 10,
    });
    expect(foundBy(link)).toEqual(['email ada@example.com', 'id C-1']);
  });

  it('is found by nobody once it is taken apart, and may be told again', () => {
    const apart = after([told('linked', 10), told('unlinked', 11)])!;
    expect([apart.linked, apart.actor, foundBy(apart)]).toEqual([false, 'csr 7', []]);
    expect(after([told('linked', 10), told('unlinked', 11), told('linked', 12)])).toMatchObject({
      linked: true,
      why: 'linked at 12',
    });
  });

  it('is what was told of what happened last, however often, late and in whatever order it was told', () => {
    const facts = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('linked' as const, 'unlinked' as const),
        hour: fc.constantFrom(10, 11, 12),
        position: fc.integer({ min: 1, max: 99 }),
      }),
      { minLength: 1, maxLength: 8, selector: ({ position }) => position },
    );
    const orders = facts.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        const last = all.toSorted((a, b) => a.hour - b.hour || a.position - b.position).at(-1)!;
        const events = shuffled.map(({ kind, hour, position }) => told(kind, hour, position));
        expect(after(events)).toEqual(after([told(last.kind, last.hour, last.position)]));
      }),
    );
  });

  it('is of the same two in any writing of the identity, and of no others', () => {
    const idOf = (named: Partial<Named>) => customerLink.idOf(told('linked', 10, 10, { ...pair, ...named }));
    expect(idOf({ value: 'ADA@Example.com' })).toBe(idOf({}));
    expect(idOf({ by: 'phone', value: '+49 30 1234567' })).toBe(
      idOf({ by: 'phone', value: '0049301234567' }),
    );
    expect(idOf({ customerId: 'C-2' })).not.toBe(idOf({}));
    expect(idOf({ by: 'loyalty', value: 'L 7' })).not.toBe(idOf({ by: 'id', value: 'L 7' }));
    expect(
      customerLink.idOf({ ...told('linked', 10), type: 'tributary.customer.updated.v1' }),
    ).toBeUndefined();
  });
});
