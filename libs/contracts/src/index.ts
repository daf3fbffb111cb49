export * from './identifiers.ts';
export * from './customer-identity.ts';
export { minorUnitExponent } from './currencies.ts';
export * from './money.ts';
export * from './envelope.ts';
export * from './services.ts';
export * from './inbound/index.ts';
export {
  Address,
  Charge,
  FulfilmentLine,
  Text,
  Coordinates,
  Customer,
  Disposition,
  addsUpExactly,
  isEmailAddress,
  Method,
  OrderLine,
  Payment,
  TillPayment,
} from './inbound/shapes.ts';
export { AddedLine, ChangeOrder, OrderChange } from './inbound/changes.ts';
export { CancelRequested, OrderCaptured } from './inbound/orders.ts';
export { SourcingInquiry } from './inbound/sourcing-inquiry.ts';
export * from './inbound/attributes.ts';
export { Hold, HoldRequested, ReleaseRequested } from './inbound/holds.ts';
export { RefundOrder } from './inbound/payments.ts';
export { serialKey, type Serials } from './inbound/serials.ts';
export { SaleRecorded, exchange } from './inbound/sales.ts';
export { ExchangeReturn } from './inbound/exchange-command.ts';
export {
  AuthoriseReturn,
  CallOffReturn,
  ReceiveBlindReturn,
  ReceiveReturn,
} from './inbound/return-commands.ts';
export { Withdraw } from './inbound/withdrawal.ts';
export { ReturnReceived } from './inbound/returns.ts';
export {
  CustomerLinked,
  CustomerUnlinked,
  IdentityKind,
  LinkCustomer,
  UnlinkCustomer,
} from './inbound/customer-links.ts';
export {
  CustomerUpdated,
  LocationUpdated,
  PostalAreasUpdated,
  ProductUpdated,
  mostPostalAreas,
} from './inbound/reference-data.ts';
export * from './facts/index.ts';
export { factSummaries } from './facts/summaries.ts';
export * from './facts/order.ts';
export * from './facts/inventory.ts';
export * from './facts/sourcing.ts';
export * from './facts/gateway.ts';
export * from './facts/approvals.ts';
export * from './facts/attributes.ts';
export * from './facts/availability-policy.ts';
export * from './facts/hold-rules.ts';
export * from './facts/order-views.ts';
export * from './facts/return-policy.ts';
export * from './facts/segments.ts';
export * from './facts/timeline-policy.ts';
export * from './set-timeline-policy.ts';
export type { LineSerials } from './facts/serials.ts';
export * from './order-status.ts';
export * from './order-quantities.ts';
export * from './order-money.ts';
export * from './order-queues.ts';
export * from './refund-route.ts';
export * from './asked-to-put-back.ts';
export * from './changed-lines.ts';
export * from './line-methods.ts';
export * from './fulfilment-ids.ts';
export * from './definitions.ts';
export * from './stock-levels.ts';
export * from './reconciliation.ts';
export * from './json-text.ts';
export * from './states.ts';
export * from './topics.ts';
export * from './kafka.ts';
export * from './upcasting.ts';
export { personalPathsOf, withPersonal } from './personal-data.ts';
export type { PersonalChange } from './personal-data.ts';
export * from './named-in-events.ts';
export * from './partition-key.ts';
export * from './asyncapi.ts';
export * from './openapi-events.ts';
export * from './faults.ts';
export * from './plain-words.ts';
export * from './answers/index.ts';
export { cloudEventExample } from './examples/envelope.ts';
export { changeExamples } from './examples/changes.ts';
export { sourcingInquiryExamples } from './examples/sourcing-inquiry.ts';
export { returnCommandExamples } from './examples/return-commands.ts';
export { withdrawExamples } from './examples/withdrawal.ts';
export { declaredAttributes as declaredAttributesExample } from './examples/attributes.ts';
export { availabilityPolicy as availabilityPolicyExample } from './examples/availability-policy.ts';
export { holdRules as holdRulesExample } from './examples/hold-rules.ts';
export { segments as segmentsExample } from './examples/segments.ts';
export { timelinePolicy as timelinePolicyExample } from './examples/timeline-policy.ts';
export { orderViewExamples } from './examples/order-views.ts';
export { orderBeliefExamples, repairStockExamples } from './examples/reconciliation.ts';
export { refundExamples } from './examples/refunds.ts';
export { inboundExamples } from './examples/index.ts';
export { examplesByParameter } from './examples/parameters.ts';
export { examplesByAnswer } from './examples/answers.ts';
export { withExamples } from './examples/with-examples.ts';
