export { inventoryService } from './inventory.module.ts';
export { snapshotFaults, snapshotIsAFold } from './use-cases/ledger-snapshots.ts';
export { stockAudit } from './use-cases/stock-audit.ts';
