export {
  type GatewayDependencies,
  type GatewayParts,
  type Outgoing,
  gatewayService,
} from './gateway.module.ts';
export { type ConsumerGroups, groupsOf } from './edge/consumer-groups.ts';
export type { ApiKeys } from './use-cases/api-keys.ts';
export { type InboxAudit, inboxAudit } from './use-cases/inbox-audit.ts';
export type { FeedLog } from './use-cases/feed/log-part.ts';
