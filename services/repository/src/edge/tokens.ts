export const readStoreToken = Symbol('ReadStore');
