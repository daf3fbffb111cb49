/** Binds this service's handlers to its own consumer group. */
export const orderTransport = Symbol('order');
