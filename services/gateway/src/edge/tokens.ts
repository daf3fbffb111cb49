export const readStoreToken = Symbol('ReadStore');
export const consumerGroupsToken = Symbol('ConsumerGroups');
export const admissionToken = Symbol('Admission');
