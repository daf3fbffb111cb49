import { orderFact, orderId, placedWith, quantitiesOf, skuOf } from '@tributary/testing';
import type { OrderEvent } from '../order.ts';
import { type ToldOfOrder, receiptOf, toldAfter } from './receipt.ts';

const placed = placedWith({ 1: 2, 2: 1 });
const toldOf = (...events: readonly OrderEvent[]) =>
  events.reduce<ToldOfOrder | undefined>((told, event) => toldAfter(event, told), undefined)!;
const withdrawn = (more: object = {}) =>
  orderFact('tributary.order.withdrawn.v1', {
    orderId,
    withdrawalId: 'W-1',
    declaredAt: '2026-03-02T12:00:00.000Z',
    lines: quantitiesOf({ 1: 2, 2: 1 }),
    cancelled: quantitiesOf({ 1: 1, 2: 1 }),
    returnId: 'RMA-1',
    sendBackBy: '2026-03-16T23:59:59.999Z',
    worth: 790,
    name: 'Ann',
    contact: 'ann@example.com',
    statement: 'I withdraw from all of it.',
    ...more,
  }).data;
const received = '2026-03-02T12:00:01.250Z';

describe('The receipt of a withdrawal', () => {
  it('says what was declared and when, what becomes of it and what is given back', () => {
    const first = { ...placed.data.lines[0]!, name: 'Blue mug' };
    const told = toldOf({ ...placed, data: { ...placed.data, lines: [first, placed.data.lines[1]!] } });
    const { text, ...receipt } = receiptOf(withdrawn(), told, received);
    expect(receipt).toStrictEqual({
      withdrawalId: 'W-1',
      orderId,
      number: '100',
      declaredAt: '2026-03-02T12:00:00.000Z',
      receivedAt: received,
      name: 'Ann',
      contact: 'ann@example.com',
      statement: 'I withdraw from all of it.',
      lines: [
        { lineId: '1', sku: skuOf('1'), name: 'Blue mug', quantity: 2, cancelled: 1, toSendBack: 1 },
        { lineId: '2', sku: skuOf('2'), quantity: 1, cancelled: 1, toSendBack: 0 },
      ],
      returnId: 'RMA-1',
      sendBackBy: '2026-03-16T23:59:59.999Z',
      currency: 'EUR',
      worth: 790,
    });
    expect(text.split('\n')).toEqual([
      'Receipt of withdrawal W-1',
      '',
      'Order: 100',
      'Declared: 2026-03-02 12:00:00 UTC',
      'Received: 2026-03-02 12:00:01 UTC',
      'By: Ann, ann@example.com',
      '',
      'Withdrawn from:',
      `- 2 × Blue mug (${skuOf('1')}): 1 cancelled, 1 to be sent back`,
      `- 1 × ${skuOf('2')}: 1 cancelled`,
      '',
      'To be sent back by 2026-03-16, under return RMA-1.',
      'Given back, or due no longer: 7.90 EUR.',
      '',
      'Declaration:',
      'I withdraw from all of it.',
    ]);
  });

  it('leaves out what was not told, and names goods as they joined the order', () => {
    const lines = [{ ...placed.data.lines[1]!, name: 'Teapot' }];
    const completed = orderFact('tributary.order.history-completed.v1', {
      orderId,
      lines,
      charges: [],
      total: 300,
    });
    const { data } = orderFact('tributary.order.withdrawn.v1', {
      orderId,
      withdrawalId: 'W-2',
      declaredAt: received,
      lines: quantitiesOf({ 2: 1 }),
      cancelled: quantitiesOf({ 2: 1 }),
      worth: 100,
    });
    const receipt = receiptOf(data, toldOf(placed, completed), received);
    expect(receipt.lines).toMatchObject([{ name: 'Teapot' }]);
    expect(receipt.text).not.toMatch(/By:|sent back|Declaration/);
    expect(receipt).not.toHaveProperty('sendBackBy');
  });
});
