export { inventoryService } from './inventory.module.ts';
