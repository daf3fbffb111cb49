export const readStoreToken = Symbol('ReadStore');
export const consumerGroupsToken = Symbol('ConsumerGroups');
export const posterToken = Symbol('Poster');
export const admissionToken = Symbol('Admission');
