import { Command } from 'commander';
import { addAvailability } from './commands/availability.ts';
import { addBackup } from './commands/backup.ts';
import { addBench } from './commands/bench.ts';
import { addBoughtWith } from './commands/bought-with.ts';
import { addCustomer } from './commands/customer.ts';
import { addCustomerLinks } from './commands/customer-links.ts';
import { addDemo } from './commands/demo.ts';
import { addImport } from './commands/import.ts';
import { addKeys } from './commands/keys.ts';
import { addMaintenance } from './commands/maintenance.ts';
import { addOrder } from './commands/order.ts';
import { addOrders } from './commands/orders.ts';
import { addReconcile } from './commands/reconcile.ts';
import { addReport } from './commands/report.ts';
import { addSegments } from './commands/segments.ts';
import { addSettings } from './commands/settings.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addStock } from './commands/stock.ts';
import { addTrace } from './commands/trace.ts';
import { addViews } from './commands/views.ts';

const connection = `
It talks to the platform named by TRIBUTARY_URL and TRIBUTARY_KEY; without them, to the one that runs on the data
folder (TRIBUTARY_DATA, ./data).`;

export const commandLine = (): Command => {
  const program = new Command('tributary')
    .description('Event-sourced omnichannel order platform')
    .version('0.1.0')
    .enablePositionalOptions()
    .showHelpAfterError('(--help lists what there is)')
    .addHelpText('after', connection);
  for (const add of [
    addStart,
    addDemo,
    addImport,
    addStatus,
    addOrders,
    addViews,
    addOrder,
    addCustomer,
    addCustomerLinks,
    addBoughtWith,
    addSegments,
    addStock,
    addAvailability,
    addReport,
    addReconcile,
    addTrace,
    addSettings,
    addKeys,
    addMaintenance,
    addBackup,
    addBench,
  ])
    add(program);
  return program;
};
