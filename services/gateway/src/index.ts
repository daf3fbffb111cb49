export { gatewayService } from './gateway.module.ts';
export type { ApiKeys } from './use-cases/api-keys.ts';
