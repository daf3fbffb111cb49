export { orderService } from './order.module.ts';
export { orderAudit } from './use-cases/order-audit.ts';
