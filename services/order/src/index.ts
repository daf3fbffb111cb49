export { orderService } from './order.module.ts';
export { OrderDesk } from './use-cases/order-desk.ts';
export { orderAudit } from './use-cases/order-audit.ts';
