export { inventoryService } from './inventory.module.ts';
export { stockAudit } from './use-cases/stock-audit.ts';
