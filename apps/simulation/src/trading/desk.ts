import type { OrderDesk } from '@tributary/order';
import { type Cause, inboundEventId } from '@tributary/event-store';
import type { Chance } from '@tributary/simulation';

/** What people at a desk ask of an order, under a key by which it is asked for once however often it is sent. */
export interface Asked {
  readonly key: string;
  readonly orderId: string;
  readonly wish: Wish;
}

type Of<N extends keyof OrderDesk> = Parameters<OrderDesk[N]>[2];

type Wish =
  | { readonly kind: 'change'; readonly asked: Of<'change'> }
  | { readonly kind: 'cancel'; readonly asked: Of<'cancel'> }
  | { readonly kind: 'put-back'; readonly asked: Of<'answerPutBack'> }
  | { readonly kind: 'hold'; readonly asked: Of<'hold'> }
  | { readonly kind: 'release'; readonly asked: Of<'release'> }
  | { readonly kind: 'refund'; readonly asked: Of<'refund'> }
  | { readonly kind: 'authorise'; readonly asked: Of<'authoriseReturn'> }
  | {
      readonly kind: 'receive';
      readonly returnId: string;
      readonly asked: Parameters<OrderDesk['receiveReturn']>[3];
    };

/** Asks it of a desk. What it is refused for is an answer, too. */
export const ask = ({ key, orderId, wish }: Asked, desk: OrderDesk) => {
  const cause = causeOf(key);
  switch (wish.kind) {
    case 'change':
      return desk.change(cause, orderId, wish.asked, { role: 'admin' });
    case 'cancel':
      return desk.cancel(cause, orderId, wish.asked);
    case 'put-back':
      return desk.answerPutBack(cause, orderId, wish.asked);
    case 'hold':
      return desk.hold(cause, orderId, wish.asked);
    case 'release':
      return desk.release(cause, orderId, wish.asked);
    case 'refund':
      return desk.refund(cause, orderId, wish.asked);
    case 'authorise':
      return desk.authoriseReturn(cause, orderId, wish.asked);
    case 'receive':
      return desk.receiveReturn(cause, orderId, wish.returnId, wish.asked);
    default:
      return wish satisfies never;
  }
};

/** As the door makes it of an Idempotency-Key: the same wish is the same cause. */
const causeOf = (key: string): Cause => {
  const id = inboundEventId('key:world', key);
  return {
    id,
    recordedTime: new Date(0).toISOString(),
    time: new Date().toISOString(),
    once: true,
    metadata: { source: 'tributary/order', causationId: id, correlationId: id, commandDigest: key },
  };
};

const line = '1' as never;

const wishes: readonly ((chance: Chance) => Wish)[] = [
  (chance) => changing({ kind: 'set-quantity', lineId: line, quantity: chance.below(5) }),
  (chance) => changing({ kind: 'set-quantity', lineId: line, quantity: 1 + chance.below(3) }),
  (chance) =>
    changing({
      kind: 'set-price',
      lineId: line,
      unitPrice: chance.of(['9.00', '7.995', '12.00']),
      reason: 'Agreed.',
    }),
  (chance) =>
    changing({
      kind: 'set-method',
      lineId: line,
      method: 'pickup',
      pickupAt: chance.of(['leeds', 'york']) as never,
    }),
  (chance) =>
    changing({
      kind: 'add-line',
      line: {
        lineId: chance.of(['2', '3']) as never,
        sku: chance.of(['LAMP', 'VASE']) as never,
        quantity: 1 + chance.below(2),
        unitPrice: '5.00',
        method: 'pickup',
        pickupAt: chance.of(['leeds', 'york']) as never,
      },
    }),
  (chance) => changing({ kind: 'add-charge', charge: { code: 'goodwill', amount: -chance.of([100, 333]) } }),
  () => ({ kind: 'cancel', asked: {} }),
  () => ({ kind: 'cancel', asked: { lines: [{ lineId: line, quantity: 1 }] } }),
  (chance) => ({
    kind: 'put-back',
    asked: {
      fulfilmentId: chance.of(['S1-leeds', 'S1-york', 'P1-leeds', 'P1-york']),
      outcome: chance.of(['put-back', 'too-late']),
    },
  }),
  () => ({ kind: 'hold', asked: { reason: 'csr' as never } }),
  () => ({ kind: 'release', asked: { reason: 'csr' as never } }),
  (chance) => ({ kind: 'refund', asked: { amount: chance.of([300, 1_000]), reason: 'It came late.' } }),
  () => ({
    kind: 'authorise',
    asked: { lines: [{ lineId: line, quantity: 1, reason: 'changed-mind' }] } as never,
  }),
  (chance) => ({
    kind: 'receive',
    returnId: chance.of(['RMA-1', 'DESK-1']),
    asked: {
      location: chance.of(['leeds', 'york']),
      lines: [{ lineId: line, quantity: 1, disposition: 'restock' }],
    } as never,
  }),
];

const changing = (change: Of<'change'>['changes'][number]): Wish => ({
  kind: 'change',
  asked: { changes: [change] },
});

/**
 * What is asked at the desk on a day.
 * @param orders that the day has, sales among them; of one that is not told yet it comes to nothing
 */
export const deskDay = (chance: Chance, orders: readonly string[]): readonly Asked[] =>
  Array.from({ length: 1 + chance.below(8) }, (_, n) => ({
    key: `wish ${n}`,
    orderId: chance.of(orders),
    wish: chance.of(wishes)(chance),
  }));
