export const readStoreToken = Symbol('ReadStore');
export const availabilityPolicyToken = Symbol('AvailabilityPolicy');
