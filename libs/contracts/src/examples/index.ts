import { busExamples, gatewayExamples, keyExamples } from './facts-gateway.ts';
import { webhookExamples } from './facts-webhooks.ts';
import { inventoryExamples } from './facts-inventory.ts';
import { orderExamples } from './facts-order.ts';
import { sourcingExamples } from './facts-sourcing.ts';
import { goodsMessages } from './inbound-goods.ts';
import { orderMessages } from './inbound-orders.ts';
import { stateExamples } from './states.ts';
import type { InboundExamples } from './tables.ts';

/** Examples of what integrators may publish. */
export const inboundExamples: InboundExamples = { ...orderMessages, ...goodsMessages };

/** Examples of the data of every type of message, event and state: the first is one as it mostly is. */
export const examplesByType: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>(
  [
    inboundExamples,
    orderExamples,
    inventoryExamples,
    sourcingExamples,
    gatewayExamples,
    busExamples,
    keyExamples,
    webhookExamples,
    stateExamples,
  ].flatMap((examples) => Object.entries(examples)),
);
