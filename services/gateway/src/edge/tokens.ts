export const readStoreToken = Symbol('ReadStore');
export const consumerGroupsToken = Symbol('ConsumerGroups');
