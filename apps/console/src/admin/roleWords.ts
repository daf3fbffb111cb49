import type { Role } from '../sign-in/roles.ts';

/** What a role may do, in a few words. */
export const roleWords: Readonly<Record<Role, string>> = {
  integrator: 'Integrator: systems that send and read',
  ops: 'Operations: settings, repairs and holds',
  csr: 'Customer service',
  supervisor: 'Supervisor: customer service that approves',
  associate: 'Store associate',
  analyst: 'Analyst: reads and reports',
  admin: 'Administrator: everything, and keys',
};
