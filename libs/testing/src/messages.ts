import {
  type FactInput,
  type FactOf,
  type InboundData,
  type InboundInput,
  type InboundTypeName,
  type OrderFact,
  facts,
  inboundTypes,
  orderIdOf,
} from '@tributary/contracts';

/** When a told message happened unless a spec says otherwise. */
export const noon = '2026-03-02T12:00:00.000Z';

/** A message as an integrator may send it; parsed, so that a spec cannot stand on one that would be refused. */
export const inbound = <T extends InboundTypeName>(type: T, data: InboundInput<T>): InboundData<T> =>
  inboundTypes[type].data.parse(data) as InboundData<T>;

interface Told {
  readonly messageId?: string;
  readonly occurredAt?: string;
  readonly businessDate?: string;
  readonly imported?: boolean;
}

/** A message about one order, as it is told to that order. Its id is its type unless another is given. */
export const toldOfOrder = <T extends InboundTypeName>(
  messageType: T,
  data: InboundInput<T>,
  told: Told = {},
) => {
  const parsed = inbound(messageType, data);
  const named = parsed as { orderId?: string; channel?: string; number?: string };
  const orderId: string = named.orderId ?? orderIdOf(named.channel!, named.number!);
  return {
    messageId: messageType as string,
    occurredAt: noon,
    imported: false,
    ...told,
    messageType,
    data: parsed,
    orderId,
  };
};

/** A fact of the order service, parsed like a message. */
export const orderFact = <T extends OrderFact['type']>(type: T, data: FactInput<'order', T>) =>
  ({ type, data: facts.order[type].parse(data) }) as FactOf<OrderFact, T>;
