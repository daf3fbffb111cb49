export { orderService } from './order.module.ts';
