import type { Schemas } from '@tributary/client';

export type Role = Schemas['Me']['role'];

/** Set what holds for all orders, and mend what could not be applied. */
export const setting: readonly Role[] = ['admin', 'ops'];

/** Decide for a customer: they place orders, change them and give money back. */
export const serving: readonly Role[] = ['admin', 'csr', 'supervisor', 'integrator'];

/** May read what is in quarantine and what names nobody has defined: they repair what was published. */
export const readingInbox: readonly Role[] = ['admin', 'ops', 'integrator'];

/** May see what waits, what came back unasked and the whole network: all but a store, which answers for its own shelves. */
export const beyondStores: readonly Role[] = ['admin', 'integrator', 'ops', 'csr', 'supervisor', 'analyst'];

/** May see how the platform runs: how far its consumers are, and orders by the minute. */
export const watching: readonly Role[] = ['admin', 'ops', 'csr', 'supervisor', 'analyst'];

/** Give keys out and take them back. */
export const administering: readonly Role[] = ['admin'];

/** Say what the network is: its locations, and which of them are closed. */
export const keepingNetwork: readonly Role[] = ['admin', 'ops', 'integrator'];
