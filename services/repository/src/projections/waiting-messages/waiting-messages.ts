import type { FactOf, OrderFact, WaitingMessage } from '@tributary/contracts';
import type { Collection, Projection } from '@tributary/read-store';

type Parked = FactOf<OrderFact, 'tributary.order.fact-parked.v1'>['data'];

/** All that wait, also for orders that nobody has captured and that have no page. */
export const waitingMessages: Collection<WaitingMessage> = {
  name: 'repository.waiting_messages',
  version: 2,
  fields: {
    since: { type: 'text', of: ({ since }) => since },
    waitsFor: { type: 'text', of: ({ waitsFor }) => waitsFor },
    messageType: { type: 'text', of: ({ messageType }) => messageType },
  },
  indexes: [['since'], ['waitsFor', 'since'], ['messageType', 'since']],
};

/** Facts that begin a wait, say that it goes on for something else, or end it. */
const parked = 'tributary.order.fact-parked.v1';
const resumed = 'tributary.order.fact-resumed.v1';

export const waitingMessage: Projection<WaitingMessage> = {
  collection: waitingMessages,
  idOf: ({ type, data }) =>
    type === parked || type === resumed
      ? idOf(data as { readonly orderId: string; readonly messageId: string })
      : undefined,
  evolve: (before, { type, data, recordedTime }) => {
    if (type === resumed) return undefined;
    const { messageId, messageType, orderId, waitsFor, occurredAt } = data as Parked;
    return {
      messageId,
      messageType,
      orderId,
      waitsFor,
      at: occurredAt,
      since: before?.since ?? recordedTime,
    };
  },
};

/** One message may come to be about another order: a receipt under a number that was used before. */
const idOf = ({ orderId, messageId }: { readonly orderId: string; readonly messageId: string }): string =>
  `${orderId}/${messageId}`;
