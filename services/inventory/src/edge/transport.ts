/** Binds this service's handlers to its own consumer group. */
export const inventoryTransport = Symbol('inventory');
