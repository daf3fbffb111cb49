import type { InboundInput, InboundTypeName } from '@tributary/contracts';
import type { RecordedEvent } from '@tributary/event-store';
import { inbound } from '@tributary/testing';
import { customer, customers, product, products } from './reference-data.ts';

const told = <T extends InboundTypeName>(
  type: T,
  data: InboundInput<T>,
  hour: number,
  position = hour,
): RecordedEvent => ({
  id: `${type} ${hour}`,
  type,
  time: `2026-03-02T${hour}:00:00.000Z`,
  data: inbound(type, data),
  metadata: { source: 'urn:pim' },
  position,
  stream: 'inbox-urn:pim',
  version: hour,
  recordedTime: '2026-03-02T23:00:00.000Z',
});

const mug = (name: string, hour: number, position = hour) =>
  told('tributary.product.updated.v1', { sku: 'MUG', name }, hour, position);
const ann = (name: string, hour: number, position = hour) =>
  told('tributary.customer.updated.v1', { id: 'C1', name }, hour, position);

describe('What is known of products and customers', () => {
  it('is the version that happened last', () => {
    expect(product.idOf(mug('Mug', 10))).toBe('MUG');
    const first = product.evolve(undefined, mug('Mug', 10));
    expect(first).toStrictEqual({
      sku: 'MUG',
      name: 'Mug',
      updatedAt: '2026-03-02T10:00:00.000Z',
      position: 10,
    });
    expect(product.evolve(first, mug('Red mug', 11))).toStrictEqual({
      sku: 'MUG',
      name: 'Red mug',
      updatedAt: '2026-03-02T11:00:00.000Z',
      position: 11,
    });
    expect(customer.idOf(ann('Ann', 10))).toBe('C1');
    expect(customer.evolve(customer.evolve(undefined, ann('Ann', 10)), ann('Anna', 11))).toMatchObject({
      name: 'Anna',
    });
  });

  it('is not changed by an older version that comes late', () => {
    const newest = product.evolve(undefined, mug('Red mug', 11));
    expect(product.evolve(newest, mug('Mug', 10))).toStrictEqual(newest);
    const anna = customer.evolve(undefined, ann('Anna', 11));
    expect(customer.evolve(anna, ann('Ann', 10))).toStrictEqual(anna);
  });

  it('is corrected by a second version of the same moment, whichever of the two comes first', () => {
    const [wrong, right] = [mug('Mgu', 11, 20), mug('Mug', 11, 21)];
    expect(product.evolve(product.evolve(undefined, wrong), right)).toMatchObject({ name: 'Mug' });
    expect(product.evolve(product.evolve(undefined, right), wrong)).toMatchObject({ name: 'Mug' });
    const [anne, ann20] = [ann('Anne', 11, 21), ann('Ann', 11, 20)];
    expect(customer.evolve(customer.evolve(undefined, anne), ann20)).toMatchObject({ name: 'Anne' });
  });

  it('is not changed by an older version that is recorded after it', () => {
    const newest = product.evolve(undefined, mug('Red mug', 11, 20));
    expect(product.evolve(newest, mug('Mug', 10, 21))).toStrictEqual(newest);
    const older = product.evolve(undefined, mug('Mug', 10, 21));
    expect(product.evolve(older, mug('Red mug', 11, 20))).toStrictEqual(newest);
  });

  it('keeps products and customers apart, and reads back as it was written', () => {
    expect([product.idOf(ann('Ann', 10)), customer.idOf(mug('Mug', 10))]).toEqual([undefined, undefined]);
    for (const document of [
      product.evolve(undefined, mug('Mug', 10)),
      customer.evolve(undefined, ann('Ann', 10)),
    ])
      expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
  });

  it('is found by what a person might type', () => {
    expect(products.text!({ sku: 'MUG', name: 'Red mug' } as never)).toBe('MUG\nRed mug');
    expect(customers.text!({ id: 'C1', email: 'ann@example.com' } as never)).toBe('C1\n\nann@example.com\n');
    expect(customers.text!({ id: 'C1', phone: '030 1234' } as never)).toBe(
      'C1\n\n\n030 1234\n301234\n01234\n1234',
    );
  });
});
