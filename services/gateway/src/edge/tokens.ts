export const readStoreToken = Symbol('ReadStore');
export const busToken = Symbol('EventBus');
