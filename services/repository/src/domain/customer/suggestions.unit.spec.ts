import type { CustomerIdentity } from '@tributary/contracts';
import { marksOf, suggested } from './suggestions.ts';

const mail: CustomerIdentity = { by: 'email', value: 'ada@example.com' };
const phone: CustomerIdentity = { by: 'phone', value: '+49 30 1234567' };

describe('What a customer is looked for by', () => {
  it('is each e-mail and phone number once, as it was told first, that is one', () => {
    const contacts = [
      { email: 'ADA@example.com', phone: '+49 (30) 123-4567' },
      { email: 'by word of mouth', phone: '110' },
    ];
    expect(marksOf([{ by: 'id', value: 'C-1' }, mail], [...contacts, { phone: '040 7654321' }])).toEqual([
      mail,
      { by: 'phone', value: '+49 (30) 123-4567' },
      { by: 'phone', value: '040 7654321' },
    ]);
  });

  it('is not more than ten', () => {
    const contacts = Array.from({ length: 30 }, (_, at) => ({ email: `${at}@example.com` }));
    expect(marksOf([], contacts)).toHaveLength(10);
  });
});

describe('Who may be the same person', () => {
  it('is explained by what they share and on how many orders, most orders first', () => {
    const two = { id: 'C-2', name: 'Ada B.' };
    const sightings = [
      { contact: { id: 'C-3' }, mark: mail },
      { contact: { id: 'C-2' }, mark: mail, orderId: 'web.1' },
      { contact: two, mark: phone, orderId: 'web.1' },
      { contact: two, mark: phone, orderId: 'web.2' },
      { contact: two, mark: phone },
    ];
    expect(suggested(sightings, new Set())).toEqual([
      {
        by: 'id',
        value: 'C-2',
        name: 'Ada B.',
        orders: 2,
        shared: [
          { ...mail, orders: 1, onFile: false },
          { ...phone, orders: 2, onFile: true },
        ],
      },
      { by: 'id', value: 'C-3', orders: 0, shared: [{ ...mail, orders: 0, onFile: true }] },
    ]);
  });

  it('is a guest by e-mail, else by phone, and nobody who is known already', () => {
    const sightings = [
      { contact: { email: 'g@example.com', phone: phone.value }, mark: phone, orderId: 'web.1' },
      { contact: { phone: '030 1234567' }, mark: phone, orderId: 'web.2' },
      { contact: { id: 'C-1' }, mark: phone, orderId: 'web.3' },
      { contact: {}, mark: phone, orderId: 'web.4' },
    ];
    expect(suggested(sightings, new Set(['id C-1'])).map(({ by, value }) => [by, value])).toEqual([
      ['email', 'g@example.com'],
      ['phone', '030 1234567'],
    ]);
  });
});
