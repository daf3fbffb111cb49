/** Binds this service's handlers to its own consumer group. */
export const gatewayTransport = Symbol('gateway');
