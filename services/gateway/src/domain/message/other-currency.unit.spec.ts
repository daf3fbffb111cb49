import type { InboundTypeName } from '@tributary/contracts';
import { examine } from './examine.ts';
import { type TakenInBefore, inOtherCurrency, isMoneyInOtherCurrency } from './other-currency.ts';

const id = '0b9f4c1e-0000-8000-8000-000000000001';
const time = '2026-03-02T12:00:00.000Z';
const reason = 'It is in USD: the order is in EUR.';
const data = { orderId: 'web.1', paymentId: 'P1', amount: 1_000, currency: 'USD' };
const by = { actor: 'integrator:key-1', submittedBy: 'integrator:key-1' };

const taken = (metadata: Partial<TakenInBefore['metadata']> = {}): TakenInBefore => ({
  id,
  type: 'tributary.payment.captured.v1',
  time,
  data,
  metadata: { source: 'urn:psp', correlationId: id, ...by, ...metadata },
});

describe('Money in another currency than its order’s', () => {
  it('is kept as a message of its own that follows from it, with what is wrong and where', () => {
    expect(inOtherCurrency(taken(), reason)).toEqual({
      message: {
        specversion: '1.0',
        id: `${id}/corrected`,
        source: 'urn:psp',
        type: 'tributary.payment.captured.v1',
        time,
        correlationid: id,
        causationid: id,
        data,
      },
      fault: {
        code: 'other-currency',
        reason:
          'It is in USD: the order is in EUR. It was taken in and changed nothing of the order. Release it with the currency, and the amount in it, corrected: its id here is a new one, since the first is used.',
        faults: [
          {
            pointer: '/data/currency',
            message: 'Name the currency of the order, or leave it out for that one.',
          },
        ],
        id: `${id}/corrected`,
        source: 'urn:psp',
        type: 'tributary.payment.captured.v1',
      },
    });
  });

  it('keeps what it says of its day, its zone, its process, who did it and that it is history', () => {
    const said = { businessDate: '2026-03-01', zone: 'Europe/Berlin', actor: 'ann', imported: true };
    expect(inOtherCurrency(taken({ ...said, correlationId: 'c-1' }), reason).message).toMatchObject({
      businessdate: '2026-03-01',
      zone: 'Europe/Berlin',
      correlationid: 'c-1',
      actor: 'ann',
      imported: true,
    });
  });

  it('can be taken in once its currency is the order’s', () => {
    const { message } = inOtherCurrency(taken({ imported: true, businessDate: '2026-03-01' }), reason);
    const corrected = { ...message, data: { ...data, currency: 'EUR' } };
    expect(examine(corrected, time)).toMatchObject({
      ok: true,
      message: { id: `${id}/corrected`, time, key: 'web.1', attributes: { imported: true } },
    });
  });

  it.each<[InboundTypeName, string, boolean]>([
    ['tributary.payment.authorised.v1', 'other-currency', true],
    ['tributary.payment.voided.v1', 'other-currency', true],
    ['tributary.refund.issued.v1', 'other-currency', true],
    ['tributary.refund.failed.v1', 'other-currency', true],
    ['tributary.return.received.v1', 'other-currency', false],
    ['tributary.payment.captured.v1', 'already-captured', false],
  ])('is told from what has no effect otherwise: %s, %s', (messageType, code, expected) => {
    expect(isMoneyInOtherCurrency({ messageType, code })).toBe(expected);
  });
});
