import type { OrderResult } from '../api/queues.ts';
import { commandsOf, merged } from './wish.ts';

const orders = [
  { orderId: 'web.1', heldFor: ['fraud', 'csr'] },
  { orderId: 'web.2', heldFor: ['csr'] },
  { orderId: 'web.3' },
];

describe('What is to be done with several orders', () => {
  it('is one command for each reason that they are released from', () => {
    expect(commandsOf({ action: 'release', reason: '', note: 'Known.' }, orders)).toEqual([
      { action: 'release', orders: ['web.1'], reason: 'fraud', note: 'Known.' },
      { action: 'release', orders: ['web.1', 'web.2'], reason: 'csr', note: 'Known.' },
    ]);
    expect(commandsOf({ action: 'release', reason: 'csr', note: '' }, orders)).toEqual([
      { action: 'release', orders: ['web.1', 'web.2', 'web.3'], reason: 'csr' },
    ]);
  });

  it('is one command where they are held or cancelled', () => {
    const ids = ['web.1', 'web.2', 'web.3'];
    expect(commandsOf({ action: 'hold', reason: 'recall', note: '' }, orders)).toEqual([
      { action: 'hold', orders: ids, reason: 'recall' },
    ]);
    expect(commandsOf({ action: 'cancel', reason: 'Recalled.', note: '' }, orders)).toEqual([
      { action: 'cancel', orders: ids, reason: 'Recalled.' },
    ]);
  });
});

describe('What came of it', () => {
  it('is one result an order, in their order, and what went wrong first', () => {
    const done = (orderId: string): OrderResult => ({ orderId, outcome: 'done', rev: 2, status: 'placed' });
    const refused: OrderResult = {
      orderId: 'web.1',
      outcome: 'refused',
      code: 'not-found',
      detail: 'There is no order web.1.',
    };
    expect(merged(orders, [done('web.2'), refused, done('web.1')])).toMatchObject([
      refused,
      done('web.2'),
      { orderId: 'web.3', outcome: 'nothing-to-do' },
    ]);
  });
});
